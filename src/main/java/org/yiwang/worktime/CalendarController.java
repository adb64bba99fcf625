package org.yiwang.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarController {
    /** @param name the holiday that the day is or is worked for, in the caller's language */
    record Day(LocalDate date, DayKind kind, @Nullable String name) {}

    /**
     * @param notice what fixes the year's holidays
     * @param provisional whether they may still change
     */
    record YearOfDays(int year, String notice, boolean provisional, List<Day> days) {}

    private final WorkCalendar calendar;

    CalendarController(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/api/v1/worktime/calendar")
    YearOfDays year(@RequestParam int year, Locale locale) {
        String notice = calendar.notice(year);
        LocalDate first = LocalDate.of(year, 1, 1);
        List<Day> days = first.datesUntil(first.plusYears(1))
                .map(date -> new Day(date, calendar.kind(date), calendar.holidayName(date, locale)))
                .toList();
        return new YearOfDays(year, notice, calendar.isProvisional(year), days);
    }
}
