package org.yiwang.rounds.model;

import java.time.Instant;
import java.time.LocalDate;
import org.yiwang.worktime.WorkCalendar;

/**
 * A stretch of days within which a round is to be walked.
 *
 * @param from first day
 * @param to last day on which it counts as in time
 */
public record Period(LocalDate from, LocalDate to) {
    /** The moment at which its last day is over. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
