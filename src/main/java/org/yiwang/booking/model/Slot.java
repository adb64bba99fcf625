package org.yiwang.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.yiwang.worktime.WorkCalendar;

/** One window of one day; what a booking takes a place of. Local time (Asia/Shanghai). */
public record Slot(LocalDate day, LocalTime begins, LocalTime ends) {
    public Instant from() {
        return day.atTime(begins).atZone(WorkCalendar.ZONE).toInstant();
    }

    public Instant until() {
        return day.atTime(ends).atZone(WorkCalendar.ZONE).toInstant();
    }
}
