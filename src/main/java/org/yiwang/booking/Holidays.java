package org.yiwang.booking;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.worktime.DayKind;
import org.yiwang.worktime.WorkCalendar;

/** Public holidays, as far as they have been announced; what lies beyond counts as none. */
@Component
class Holidays {
    private final WorkCalendar calendar;

    Holidays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    boolean has(LocalDate day) {
        return !day.isBefore(calendar.first())
                && !day.isAfter(calendar.last())
                && calendar.kind(day) == DayKind.HOLIDAY;
    }
}
