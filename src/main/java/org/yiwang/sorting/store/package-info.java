/** Rows of the schema sorting. */
@NullMarked
package org.yiwang.sorting.store;

import org.jspecify.annotations.NullMarked;
