/** Rows of the schema insight. */
@NullMarked
package org.yiwang.insight.store;

import org.jspecify.annotations.NullMarked;
