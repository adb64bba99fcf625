package org.yiwang.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Reckons by looking at every minute, without the calendar's arithmetic: only its list of days, and desk hours as a person would state them. */
final class SlowCalendar {
    private final WorkCalendar days;

    SlowCalendar(WorkCalendar days) {
        this.days = days;
    }

    boolean worksDuring(Instant minute) {
        LocalTime time = LocalTime.ofInstant(minute, WorkCalendar.ZONE);
        boolean morning = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.of(12, 0));
        boolean afternoon = !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(17, 30));
        return (morning || afternoon) && works(LocalDate.ofInstant(minute, WorkCalendar.ZONE));
    }

    boolean works(LocalDate day) {
        return days.kind(day).isWorking();
    }

    /** Limit and extensions are of the same kind of time. Days are counted off a calendar, the first one not. */
    Instant due(Instant start, List<Limit> limits, List<Pause> pauses) {
        boolean working = limits.getFirst().unit().isWorking();
        Instant unpaused = start;
        for (Limit limit : limits) unpaused = unpaused(start, unpaused, limit);
        long owed = 0;
        for (Instant minute = start; minute.isBefore(unpaused); minute = minute.plusSeconds(60)) {
            if (!working || worksDuring(minute)) owed++;
        }
        Instant minute = start;
        for (; owed > 0; minute = minute.plusSeconds(60)) {
            if (!paused(minute, pauses) && (!working || worksDuring(minute))) owed--;
        }
        return minute;
    }

    private Instant unpaused(Instant start, Instant from, Limit limit) {
        LocalDate day = LocalDate.ofInstant(from.isAfter(start) ? from.minusSeconds(1) : from, WorkCalendar.ZONE);
        return switch (limit.unit()) {
            case WORKING_MINUTES -> walk(from, limit.amount());
            case WORKING_HOURS -> walk(from, limit.amount() * 60L);
            case WORKING_DAYS ->
                workingDays(day, limit.amount())
                        .atTime(17, 30)
                        .atZone(WorkCalendar.ZONE)
                        .toInstant();
            case MINUTES -> from.plusSeconds(limit.amount() * 60L);
            case HOURS -> from.plusSeconds(limit.amount() * 3600L);
            case DAYS ->
                day.plusDays(limit.amount() + 1L)
                        .atStartOfDay(WorkCalendar.ZONE)
                        .toInstant();
        };
    }

    private Instant walk(Instant from, long minutes) {
        Instant minute = from;
        for (long left = minutes; left > 0; minute = minute.plusSeconds(60)) {
            if (worksDuring(minute)) left--;
        }
        return minute;
    }

    private LocalDate workingDays(LocalDate first, int count) {
        List<LocalDate> counted = new ArrayList<>();
        for (LocalDate day = first.plusDays(1); counted.size() < count; day = day.plusDays(1)) {
            if (works(day)) counted.add(day);
        }
        return counted.getLast();
    }

    private static boolean paused(Instant minute, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> !minute.isBefore(pause.from()) && minute.isBefore(pause.to()));
    }
}
