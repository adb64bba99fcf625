/** Grids, shares and duties as pure values: who overlaps what, whom a cell falls to, and what the merging changes. No Spring, no JDBC. */
@NamedInterface("model")
@NullMarked
package org.yiwang.grids.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
