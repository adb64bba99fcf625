package org.yiwang.lists;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** Which days can be an item's last: given, asked for or set anew, it is a day that is worked, for one on which nobody works would be passed in silence. */
@Component
class LastDays {
    private final WorkCalendar calendar;

    LastDays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** @throws org.yiwang.platform.RefusedException with the next day that is worked, where this one is not */
    LocalDate worked(String field, @Nullable LocalDate day, LocalDate today) {
        Refusal wrong = DecideItem.day(day, today);
        if (wrong != null || day == null)
            throw Refusal.invalid(field, wrong == null ? "lists.no-day" : wrong.code(), DecideItem.YEARS_MAX)
                    .exception();
        if (day.isAfter(calendar.last()))
            throw Refusal.invalid(field, "lists.wrong-day", DecideItem.YEARS_MAX)
                    .exception();
        LocalDate worked = calendar.workingDayFrom(day);
        if (!worked.equals(day))
            throw Refusal.invalid(field, "lists.day-off", day, worked).exception();
        return day;
    }
}
