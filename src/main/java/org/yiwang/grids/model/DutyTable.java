package org.yiwang.grids.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The duty table that holds from a day until the next one does.
 *
 * @param restores the number of the table that it brings back, where it does
 */
public record DutyTable(
        int number,
        LocalDate from,
        Instant publishedAt,
        String publishedBy,
        String note,
        @Nullable Integer restores) {}
