/** How texts are learned from and judged, as pure values. No Spring, no JDBC. */
@NullMarked
package org.yiwang.advice.model;

import org.jspecify.annotations.NullMarked;
