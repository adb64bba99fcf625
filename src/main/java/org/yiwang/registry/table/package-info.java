/** A register as a table: which columns it has, what a cell means for a field, how a value is shown in a cell. Other tables that are told so are read alike. */
@NamedInterface("table")
@NullMarked
package org.yiwang.registry.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
