/** Indicators as values, and how their SQL is read: no database, no Spring. */
@NullMarked
package org.yiwang.indicators.model;

import org.jspecify.annotations.NullMarked;
