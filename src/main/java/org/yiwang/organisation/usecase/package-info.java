/** What is done with people: signing in, admitting, changing, rostering. */
@NullMarked
package org.yiwang.organisation.usecase;

import org.jspecify.annotations.NullMarked;
