/** Areas, grid cells and places; which cell a point lies in. Knows no unit's staff and no case. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.yiwang.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
