/** The language of conditions: expressions that packages state, read once, bounded in what they may cost. Knows neither packages nor devices. */
@NullMarked
package org.yiwang.rules;

import org.jspecify.annotations.NullMarked;
