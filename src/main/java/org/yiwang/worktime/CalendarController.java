package org.yiwang.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarController {
    /** @param name the holiday that the day is or is worked for, in the caller's language */
    record CalendarDay(
            LocalDate date, DayKind kind, @Nullable String name) {}

    /**
     * @param notice what fixes the year's holidays
     * @param provisional whether they may still change
     */
    record CalendarYear(int year, String notice, boolean provisional, List<CalendarDay> days) {}

    private final WorkCalendar calendar;

    CalendarController(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping(path = "/api/v1/worktime/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
    CalendarYear year(@RequestParam int year, Locale locale) {
        String notice = calendar.notice(year);
        LocalDate first = LocalDate.of(year, 1, 1);
        List<CalendarDay> days = first.datesUntil(first.plusYears(1))
                .map(date -> new CalendarDay(date, calendar.kind(date), calendar.holidayName(date, locale)))
                .toList();
        return new CalendarYear(year, notice, calendar.isProvisional(year), days);
    }
}
