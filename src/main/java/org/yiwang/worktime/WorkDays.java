package org.yiwang.worktime;

import java.time.LocalDate;
import java.util.Arrays;

/** The worked days of all known years, numbered once, so that every question about them takes constant time. A day is counted from the first known one. */
final class WorkDays {
    private final Holidays holidays;
    private final long firstEpochDay;
    private final boolean[] worked;
    /** Per day, and once more for the end: how many worked days lie before it. */
    private final int[] workedBefore;
    /** Per worked day: which day it is. */
    private final int[] days;

    WorkDays(Holidays holidays, CalendarData.Days which) {
        this.holidays = holidays;
        this.firstEpochDay = holidays.first().toEpochDay();
        int count = (int) (holidays.last().toEpochDay() - firstEpochDay) + 1;
        this.worked = new boolean[count];
        this.workedBefore = new int[count + 1];
        int[] numbered = new int[count];
        int number = 0;
        for (int day = 0; day < count; day++) {
            worked[day] = which == CalendarData.Days.EVERY
                    || holidays.kind(holidays.first().plusDays(day)).isWorking();
            workedBefore[day] = number;
            if (worked[day]) numbered[number++] = day;
        }
        workedBefore[count] = number;
        this.days = Arrays.copyOf(numbered, number);
    }

    /** Refuses days outside the known years; the midnight that ends them is still known. */
    int day(long epochDay) {
        long day = epochDay - firstEpochDay;
        if (day < 0 || day > worked.length)
            throw holidays.unknownYear(LocalDate.ofEpochDay(epochDay).getYear());
        return (int) day;
    }

    long epochDay(int day) {
        return firstEpochDay + day;
    }

    boolean isWorked(int day) {
        return day < worked.length && worked[day];
    }

    int workedBefore(int day) {
        return workedBefore[day];
    }

    /** The day of the worked day with this number, from 0; refuses numbers outside the known years. */
    int dayOf(long number) {
        if (number < 0) throw holidays.unknownYear(holidays.first().getYear() - 1);
        if (number >= days.length) throw holidays.unknownYear(holidays.last().getYear() + 1);
        return days[(int) number];
    }
}
