/** Rows of grids, decisions and duty tables. */
@NullMarked
package org.yiwang.grids.store;

import org.jspecify.annotations.NullMarked;
