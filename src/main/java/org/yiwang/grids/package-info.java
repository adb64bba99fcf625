/**
 * Several departments' grids over the same ground (多格合一): each department's own, and the one table of duties they are merged into, cell by cell. Owns who
 * answers for what where, since when and why; knows no case.
 */
@ApplicationModule(allowedDependencies = {"platform", "territory", "organisation"})
@NullMarked
package org.yiwang.grids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
