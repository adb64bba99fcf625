package org.yiwang.lists.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One weekly meeting that was begun. Its matters were frozen then.
 *
 * @param number counted within the year, from 1 and without gaps
 * @param chair who opened it
 * @param closedAt when its record was closed; before that its matters can be decided
 */
public record Meeting(
        UUID id,
        int number,
        LocalDate day,
        Instant openedAt,
        String chair,
        @Nullable Instant closedAt) {}
