package org.yiwang.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the office works, and what follows from it for limits. All answers take constant time: working days are numbered once, and every working day has
 * equally many seconds.
 *
 * <p>Times are those of Asia/Shanghai, which has kept UTC+8 without summer time since 1992; the calendar covers 2019 to 2039.
 */
public final class WorkCalendar {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    static final LocalDate LAST = LocalDate.of(2039, 12, 31);
    private static final long ZONE_SECONDS = Duration.ofHours(8).toSeconds();
    private static final int DAY_SECONDS = 86_400;

    private final CalendarData data;
    private final Map<LocalDate, CalendarData.Holiday> holidays;
    private final Set<LocalDate> makeUp;
    private final List<Shift> shifts;
    private final int shiftSeconds;
    private final long firstDay = FIRST.toEpochDay();
    /** Per day since FIRST: how many working days lie before it. */
    private final int[] workedBefore;

    private final boolean[] worked;
    /** Per working day: its number of days since FIRST. */
    private final int[] workingDays;

    WorkCalendar(CalendarData data, String hours) {
        this.data = data;
        this.holidays = data.holidays();
        this.makeUp = data.makeUpDays();
        this.shifts = data.shifts(hours).stream().map(Shift::parse).toList();
        this.shiftSeconds = shifts.stream().mapToInt(Shift::seconds).sum();
        int days = (int) (LAST.toEpochDay() - firstDay) + 1;
        this.worked = new boolean[days];
        this.workedBefore = new int[days + 1];
        for (int day = 0; day < days; day++) {
            worked[day] = kind(FIRST.plusDays(day)).isWorking();
            workedBefore[day + 1] = workedBefore[day] + (worked[day] ? 1 : 0);
        }
        this.workingDays = java.util.stream.IntStream.range(0, days)
                .filter(day -> worked[day])
                .toArray();
    }

    public DayKind kind(LocalDate day) {
        if (makeUp.contains(day)) return DayKind.MAKE_UP;
        if (holidays.containsKey(day)) return DayKind.HOLIDAY;
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? DayKind.WEEKEND : DayKind.WORKING;
    }

    /** The holiday's name in both languages, Chinese first; null on other days. */
    public @Nullable List<String> holidayName(LocalDate day) {
        CalendarData.Holiday holiday = holidays.get(day);
        return holiday == null ? null : List.of(holiday.zh(), holiday.en());
    }

    /** The notice that fixes the year's holidays; null where none is published yet and weekends alone count. */
    public @Nullable String notice(int year) {
        return data.notice(year);
    }

    List<Shift> shifts() {
        return shifts;
    }

    public boolean isWorking(Instant at) {
        long second = local(at);
        int day = day(second);
        int within = (int) (second - (firstDay + day) * DAY_SECONDS);
        return worked[day]
                && shifts.stream().anyMatch(shift -> within >= shift.fromSecond() && within < shift.toSecond());
    }

    /** Working time between two instants; negative when {@code to} is the earlier. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(position(to) - position(from));
    }

    /**
     * When the limit ends, reckoned from {@code start}. Working minutes and hours run while the office works and end at the earliest instant at which they
     * are used up. Days follow the Civil Code, articles 201 and 203: the day of the start is not counted, and the last day ends with business hours
     * (working days) or at midnight (natural days).
     */
    public Instant add(Instant start, Limit limit) {
        if (limit.amount() == 0) return start;
        return switch (limit.unit()) {
            case WORKING_MINUTES -> addWorkingSeconds(start, limit.amount() * 60L);
            case WORKING_HOURS -> addWorkingSeconds(start, limit.amount() * 3600L);
            case WORKING_DAYS -> closing(workedBefore[day(local(start)) + 1] + limit.amount());
            case MINUTES -> start.plusSeconds(limit.amount() * 60L);
            case HOURS -> start.plusSeconds(limit.amount() * 3600L);
            case DAYS ->
                LocalDate.ofInstant(start, ZONE)
                        .plusDays(limit.amount() + 1L)
                        .atStartOfDay(ZONE)
                        .toInstant();
        };
    }

    /**
     * When several limits that follow one another end, pauses left out. A pause moves the end by the working time that it takes from a working limit, or by its
     * whole length for a natural one; a pause that begins after the end moves nothing. What kind of limit it is, the first decides.
     */
    public Instant due(Instant start, List<Limit> limits, List<Pause> pauses) {
        Instant due = start;
        for (Limit limit : limits) due = add(due, limit);
        boolean working = limits.getFirst().unit().isWorking();
        for (Pause pause : pauses) {
            if (!pause.from().isBefore(due)) continue;
            due = working
                    ? addWorkingSeconds(due, between(pause.from(), pause.to()).toSeconds())
                    : due.plus(Duration.between(pause.from(), pause.to()));
        }
        return due;
    }

    /** The earliest instant by which this much working time has passed since {@code start}. */
    Instant addWorkingSeconds(Instant start, long seconds) {
        if (seconds == 0) return start;
        long target = position(start) + seconds;
        int number = (int) ((target - 1) / shiftSeconds);
        long left = target - (long) number * shiftSeconds;
        return atWorked(number, left);
    }

    private Instant closing(int number) {
        return atWorked(number - 1, shiftSeconds);
    }

    private Instant atWorked(int number, long secondsIntoDay) {
        if (number >= workingDays.length) throw new IllegalArgumentException("The calendar ends on " + LAST);
        long left = secondsIntoDay;
        for (Shift shift : shifts) {
            if (left <= shift.seconds()) return instant(workingDays[number], shift.fromSecond() + left);
            left -= shift.seconds();
        }
        throw new IllegalStateException("A working day has only " + shiftSeconds + " seconds");
    }

    private Instant instant(int day, long second) {
        return Instant.ofEpochSecond((firstDay + day) * DAY_SECONDS + second - ZONE_SECONDS);
    }

    /** Working seconds since FIRST. */
    private long position(Instant at) {
        long second = local(at);
        int day = day(second);
        long before = (long) workedBefore[day] * shiftSeconds;
        if (!worked[day]) return before;
        long within = second - (firstDay + day) * DAY_SECONDS;
        for (Shift shift : shifts) before += Math.clamp(within - shift.fromSecond(), 0, shift.seconds());
        return before;
    }

    private static long local(Instant at) {
        return at.getEpochSecond() + ZONE_SECONDS;
    }

    private int day(long localSecond) {
        long day = Math.floorDiv(localSecond, DAY_SECONDS) - firstDay;
        if (day < 0 || day >= worked.length) {
            throw new IllegalArgumentException("The calendar covers %s to %s".formatted(FIRST, LAST));
        }
        return (int) day;
    }
}
