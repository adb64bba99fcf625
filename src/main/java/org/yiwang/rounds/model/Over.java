package org.yiwang.rounds.model;

import org.jspecify.annotations.Nullable;

/**
 * What a round goes over: every cell, or the records of a register.
 *
 * @param register null for the cells
 */
public record Over(@Nullable String register) {
    public static final Over CELLS = new Over(null);
}
