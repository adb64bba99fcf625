/** Scores, the orders behind them and what is asked about them, for the desk. */
@NullMarked
package org.yiwang.assessment.web;

import org.jspecify.annotations.NullMarked;
