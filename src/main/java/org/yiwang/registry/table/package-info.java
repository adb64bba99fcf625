/** A register as a table: which columns it has, what a cell means for a field, how a value is shown in a cell. */
@NullMarked
package org.yiwang.registry.table;

import org.jspecify.annotations.NullMarked;
