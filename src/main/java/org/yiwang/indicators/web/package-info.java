/** Figures and the records behind them, for the desk. */
@NullMarked
package org.yiwang.indicators.web;

import org.jspecify.annotations.NullMarked;
