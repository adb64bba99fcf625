/** Grids over HTTP. */
@NullMarked
package org.yiwang.grids.web;

import org.jspecify.annotations.NullMarked;
