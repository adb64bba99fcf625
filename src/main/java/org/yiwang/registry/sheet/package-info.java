/** Sheets in and out: reading by streaming within fixed limits, writing in pieces. Knows cells and rows, nothing of what they mean. */
@NamedInterface("sheet")
@NullMarked
package org.yiwang.registry.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
