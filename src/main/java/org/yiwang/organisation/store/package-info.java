/** The module's tables. */
@NullMarked
package org.yiwang.organisation.store;

import org.jspecify.annotations.NullMarked;
