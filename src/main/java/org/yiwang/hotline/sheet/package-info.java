/** The day's orders as a table: which columns it has, what a row means, what it would do. No database, no web. */
@NullMarked
package org.yiwang.hotline.sheet;

import org.jspecify.annotations.NullMarked;
