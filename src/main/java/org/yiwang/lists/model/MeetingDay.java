package org.yiwang.lists.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.yiwang.worktime.WorkCalendar;

/**
 * When the weekly meeting is: on its weekday, or on the next day worked where that one is off.
 *
 * @param weekday of an ordinary week
 */
public record MeetingDay(DayOfWeek weekday) {
    private static final int WEEK = 7;

    /** The first meeting day not before {@code day}: that of this week where it is still to come, otherwise the next week's. */
    public LocalDate from(LocalDate day, WorkCalendar calendar) {
        LocalDate planned = day.minusDays(WEEK).with(java.time.temporal.TemporalAdjusters.nextOrSame(weekday));
        while (true) {
            LocalDate held = calendar.workingDayFrom(planned);
            if (!held.isBefore(day)) return held;
            planned = planned.plusDays(WEEK);
        }
    }
}
