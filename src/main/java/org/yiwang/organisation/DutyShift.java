package org.yiwang.organisation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/**
 * One person's turn on the duty roster, in local time.
 *
 * @param day on which the shift begins; a shift that ends no later than it begins ends the next day
 */
public record DutyShift(LocalDate day, UnitId unit, Role post, UUID staff, LocalTime from, LocalTime to) {

    public LocalDateTime begin() {
        return day.atTime(from);
    }

    public LocalDateTime end() {
        return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
    }

    /** From the first second to before the last. */
    public boolean covers(LocalDateTime moment) {
        return !moment.isBefore(begin()) && moment.isBefore(end());
    }

    public boolean overlaps(DutyShift other) {
        return begin().isBefore(other.end()) && other.begin().isBefore(end());
    }
}
