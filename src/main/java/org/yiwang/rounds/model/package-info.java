/** Rounds as values and decisions: no database, no Spring. */
@NullMarked
package org.yiwang.rounds.model;

import org.jspecify.annotations.NullMarked;
