/** Inspection records as PDF. */
@NullMarked
package org.yiwang.rounds.paper;

import org.jspecify.annotations.NullMarked;
