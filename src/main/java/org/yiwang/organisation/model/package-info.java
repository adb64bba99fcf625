/** People and their rights as values and rules; no Spring, no database. */
@NullMarked
package org.yiwang.organisation.model;

import org.jspecify.annotations.NullMarked;
