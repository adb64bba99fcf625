/** Measures the product against the limits of the machine that it runs on. Every figure is a ratio of two things measured in the same run. */
@NullMarked
package org.yiwang.bench;

import org.jspecify.annotations.NullMarked;
