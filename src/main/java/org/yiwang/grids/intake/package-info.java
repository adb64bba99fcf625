/** Reads what departments hand in, and checks it against the map. */
@NullMarked
package org.yiwang.grids.intake;

import org.jspecify.annotations.NullMarked;
