package org.yiwang.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.worktime.CalendarData.Holiday;
import org.yiwang.worktime.CalendarData.Year;

/** Finds everything that is wrong with calendar data, each with its cure. */
final class CalendarCheck {
    private final CalendarData data;
    private final List<String> faults = new ArrayList<>();

    private CalendarCheck(CalendarData data) {
        this.data = data;
    }

    static List<String> faults(CalendarData data) {
        CalendarCheck check = new CalendarCheck(data);
        check.years();
        check.hours();
        return List.copyOf(check.faults);
    }

    private void years() {
        if (data.years().isEmpty()) {
            faults.add("years: there is none. Add at least one year with its notice.");
            return;
        }
        for (int year = data.years().firstKey(); year < data.years().lastKey(); year++) {
            if (!data.years().containsKey(year))
                faults.add("years: %d is missing between its neighbours. Add it.".formatted(year));
        }
        Set<LocalDate> off = new HashSet<>();
        data.years().forEach((number, year) -> year.holidays().forEach(holiday -> off.addAll(holiday.days())));
        data.years().forEach((number, year) -> year(number, year, off));
    }

    private void year(int number, Year year, Set<LocalDate> off) {
        for (Holiday holiday : year.holidays()) {
            String where = "years.%d %s: ".formatted(number, holiday.zh());
            if (holiday.to().isBefore(holiday.from()))
                faults.add(where + "it ends before it begins. Exchange the two.");
            for (LocalDate day : holiday.days()) belongs(where, number, day);
            for (LocalDate day : holiday.makeUp()) {
                belongs(where, number, day);
                if (!isWeekend(day)) faults.add(where + day + " is worked anyway. Take it out of makeUp.");
                if (off.contains(day)) faults.add(where + day + " is both a holiday and worked. Decide for one.");
            }
        }
    }

    /** A year's notice may reach into the December before it, for New Year. */
    private void belongs(String where, int number, LocalDate day) {
        boolean decemberBefore = day.getYear() == number - 1 && day.getMonth() == Month.DECEMBER;
        if (day.getYear() != number && !decemberBefore)
            faults.add(where + day + " is not of this year. Move it to its own.");
    }

    private void hours() {
        data.hours().forEach((name, hours) -> {
            try {
                DayHours.parse(hours.shifts());
            } catch (IllegalArgumentException e) {
                faults.add("hours.%s: %s".formatted(name, e.getMessage()));
            }
        });
        if (!data.hours().containsKey(Calendars.OFFICE))
            faults.add("hours: office is missing. Add it with its shifts.");
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
