package org.yiwang.rounds.model;

import java.time.LocalDate;

/**
 * A stretch of days within which a round is to be walked.
 *
 * @param from first day
 * @param to last day on which it counts as in time
 */
public record Period(LocalDate from, LocalDate to) {
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
