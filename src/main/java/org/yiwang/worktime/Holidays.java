package org.yiwang.worktime;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.worktime.CalendarData.Holiday;
import org.yiwang.worktime.CalendarData.Year;

/** What each day of the known years is, by the notices. */
final class Holidays {
    private final Map<Integer, Year> years;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<LocalDate, Holiday> off = new HashMap<>();
    private final Map<LocalDate, Holiday> makeUp = new HashMap<>();

    /** @throws IllegalArgumentException with all faults of the data and their cures */
    Holidays(CalendarData data) {
        var faults = CalendarCheck.faults(data);
        if (!faults.isEmpty()) throw new IllegalArgumentException(String.join("\n", faults));
        this.years = data.years();
        this.first = LocalDate.of(data.years().firstKey(), 1, 1);
        this.last = LocalDate.of(data.years().lastKey(), 12, 31);
        for (Year year : years.values()) year.holidays().forEach(this::enter);
    }

    private void enter(Holiday holiday) {
        for (LocalDate day : holiday.days()) off.put(day, holiday);
        for (LocalDate day : holiday.makeUp()) makeUp.put(day, holiday);
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    boolean knows(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    DayKind kind(LocalDate day) {
        if (!knows(day)) throw unknownYear(day.getYear());
        if (makeUp.containsKey(day)) return DayKind.MAKE_UP;
        if (off.containsKey(day)) return DayKind.HOLIDAY;
        return CalendarCheck.isWeekend(day) ? DayKind.WEEKEND : DayKind.WORKING;
    }

    /** The holiday that the day is or that it is worked in exchange for. */
    @Nullable
    Holiday holiday(LocalDate day) {
        Holiday free = off.get(day);
        return free == null ? makeUp.get(day) : free;
    }

    Year year(int number) {
        Year year = years.get(number);
        if (year == null) throw unknownYear(number);
        return year;
    }

    boolean isProvisional(LocalDate day) {
        Year year = years.get(day.getYear());
        return year != null && year.isProvisional();
    }

    RefusedException unknownYear(int year) {
        return Refusal.invalid("year", "worktime.unknown-year", year, first.getYear(), last.getYear())
                .exception();
    }
}
