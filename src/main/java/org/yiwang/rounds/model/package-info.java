/** Rounds as values and decisions: no database, no Spring. */
@NamedInterface("model")
@NullMarked
package org.yiwang.rounds.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
