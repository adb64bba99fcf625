package org.yiwang.worktime;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.platform.Refusal;

@RestController
class CalendarController {
    /** One day of the answer; the name is that of the holiday. */
    record Day(
            LocalDate date,
            DayKind kind,
            @Nullable String zh,
            @Nullable String en) {}

    /** A year's days, and the notice that fixes them. */
    record YearOfDays(int year, @Nullable String notice, List<Day> days) {}

    private final WorkCalendar calendar;

    CalendarController(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/api/v1/worktime/calendar")
    YearOfDays year(@RequestParam int year) {
        LocalDate first = LocalDate.of(Math.clamp(year, 1, 9999), 1, 1);
        if (first.isBefore(WorkCalendar.FIRST) || first.isAfter(WorkCalendar.LAST)) {
            throw Refusal.invalid(
                            "year",
                            "worktime.unknown-year",
                            year,
                            WorkCalendar.FIRST.getYear(),
                            WorkCalendar.LAST.getYear())
                    .exception();
        }
        return new YearOfDays(
                year,
                calendar.notice(year),
                first.datesUntil(first.plusYears(1)).map(this::day).toList());
    }

    private Day day(LocalDate date) {
        List<String> name = calendar.holidayName(date);
        return new Day(
                date, calendar.kind(date), name == null ? null : name.getFirst(), name == null ? null : name.getLast());
    }
}
