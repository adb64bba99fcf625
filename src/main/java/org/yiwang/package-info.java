/** The program's entry: commands and wiring. Holds no rule of the work. */
@NullMarked
package org.yiwang;

import org.jspecify.annotations.NullMarked;
