package org.yiwang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When an office works, and what follows from it for limits. Immutable; every answer takes constant time, because worked days are numbered once and all have the
 * same hours.
 *
 * <p>Working time is reckoned in whole seconds of Asia/Shanghai, which has kept UTC+8 without summer time since 1992. Years without data are refused with code
 * {@code worktime.unknown-year}; limits in natural time need no data and are never refused.
 */
public final class WorkCalendar {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long ZONE_SECONDS = Duration.ofHours(8).toSeconds();
    private static final long DAY_SECONDS = DayHours.DAY_SECONDS;

    private final Holidays holidays;
    private final WorkDays days;
    private final DayHours hours;

    WorkCalendar(Holidays holidays, CalendarData.Hours hours) {
        this.holidays = holidays;
        this.days = new WorkDays(holidays, hours.days());
        this.hours = DayHours.parse(hours.shifts());
    }

    /** The first day of the first year that the data know. */
    public LocalDate first() {
        return holidays.first();
    }

    /** The last day of the last year that the data know. */
    public LocalDate last() {
        return holidays.last();
    }

    /** What the day is by the notices, whether this calendar works on it or not. */
    public DayKind kind(LocalDate day) {
        return holidays.kind(day);
    }

    /** The day itself where it is a working day, otherwise the next that is; the last that the data know where none follows. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate worked = day;
        while (worked.isBefore(last()) && !kind(worked).isWorking()) worked = worked.plusDays(1);
        return worked;
    }

    /** The holiday that the day is, or in exchange for which it is worked; null on other days. */
    public @Nullable String holidayName(LocalDate day, Locale locale) {
        CalendarData.Holiday holiday = holidays.holiday(day);
        if (holiday == null) return null;
        return TimeWords.isEnglish(locale) ? holiday.en() : holiday.zh();
    }

    /** What fixes the holidays of a year, such as 国办发明电〔2020〕27号. */
    public String notice(int year) {
        return holidays.year(year).notice();
    }

    /** Whether the year's days may still change because its notice is not out yet. */
    public boolean isProvisional(int year) {
        return holidays.year(year).isProvisional();
    }

    public boolean isWorking(Instant at) {
        long second = local(at);
        return days.isWorked(day(second)) && hours.contains(Math.floorMod(second, DAY_SECONDS));
    }

    /** {@code at} itself while the office works, otherwise when it next opens. */
    public Instant nextWorkingInstant(Instant at) {
        return isWorking(at) ? at : latest(position(at));
    }

    /** The end of the working time that lies before {@code at}: {@code at} itself within a shift, otherwise the close of the one before. */
    Instant lastWorked(Instant at) {
        return earliest(position(at));
    }

    /** Working time between two instants; negative when {@code to} is the earlier. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(position(to) - position(from));
    }

    /**
     * When the limit ends, reckoned from {@code start}.
     *
     * <ul>
     *   <li>Working minutes and hours run while the office works and end at the earliest instant by which they are used up: at noon, not after lunch.
     *   <li>{@code n} working days end when the office closes on the n-th working day after the day of the start. The start's own day is not counted, whatever the
     *       hour (Civil Code, article 201); a period ends with business hours where there are such (article 203). Hotline limits count from the next working day likewise.
     *   <li>{@code n} natural days end at the midnight that ends the n-th day after the day of the start (articles 201, 203). They are not moved when the last one is
     *       a holiday: who wants that, counts in working days.
     *   <li>Minutes and hours run through day and night. No limit at all, 0 of any unit, ends at once.
     * </ul>
     */
    public Instant add(Instant start, Limit limit) {
        if (limit.amount() == 0) return start;
        return switch (limit.unit()) {
            case WORKING_MINUTES, WORKING_HOURS -> earliest(position(start) + limit.seconds());
            case WORKING_DAYS -> closing(days.workedBefore(dayAfter(start)) + limit.amount() - 1L);
            case MINUTES, HOURS -> start.plusSeconds(limit.seconds());
            case DAYS -> midnight(date(start).plusDays(limit.amount() + 1L));
        };
    }

    /**
     * The latest second at which the limit may start in order to end no later than {@code end}: {@code add(subtract(end, limit), limit)} is never after {@code end}, and
     * a second later it is.
     */
    public Instant subtract(Instant end, Limit limit) {
        if (limit.amount() == 0) return end;
        return switch (limit.unit()) {
            case WORKING_MINUTES, WORKING_HOURS -> latest(position(end) - limit.seconds());
            case WORKING_DAYS -> instant(days.dayOf(closed(end) - limit.amount()), -1);
            case MINUTES, HOURS -> end.minusSeconds(limit.seconds());
            case DAYS -> midnight(date(end).minusDays(limit.amount())).minusSeconds(1);
        };
    }

    /**
     * When the limit ends after its extensions and pauses. An extension begins where the limit before it ends. A pause moves the end of a working limit by the working
     * time that was paused and that of a natural limit by the natural time; what was paused before the start, or after the end that is then reached, moves nothing, and
     * what several pauses cover counts once. A pause on the day of the start moves a limit in days too, although that day is not counted: in favour of who was held up.
     */
    public Deadline dueWith(Instant start, Limit limit, List<Pause> pauses, List<Limit> extensions) {
        List<Limit> limits = new ArrayList<>(extensions);
        limits.addFirst(limit);
        return new Deadline(start, limit, pauses, extensions, due(start, limits, pauses));
    }

    /** As {@link #dueWith}, the limit and its extensions in one list. */
    public Instant due(Instant start, List<Limit> limits, List<Pause> pauses) {
        Instant due = start;
        for (Limit limit : limits) due = extended(start, due, limit);
        boolean working = limits.getFirst().unit().isWorking();
        for (Pause pause : Pause.merged(pauses, start)) due = moved(due, pause, working);
        return due;
    }

    /** Where a further limit ends that begins at {@code due}. A due time at midnight belongs to the day that it ends. */
    Instant extended(Instant start, Instant due, Limit limit) {
        return limit.unit().isDays() && due.isAfter(start) ? add(due.minusNanos(1), limit) : add(due, limit);
    }

    /** Where a due time lies after a pause. */
    Instant moved(Instant due, Pause pause, boolean working) {
        if (!pause.from().isBefore(due)) return due;
        if (!working) return due.plus(Duration.between(pause.from(), pause.to()));
        long paused = position(pause.to()) - position(pause.from());
        return paused == 0 ? due : earliest(position(due) + paused);
    }

    /** Working time left; negative once {@code due} is past. */
    public Duration remaining(Instant now, Instant due) {
        return between(now, due);
    }

    /** Time left in the kind of time that the limit counts; negative once it is past. */
    public Duration remaining(Instant now, Deadline deadline) {
        return deadline.isWorking() ? between(now, deadline.dueAt()) : Duration.between(now, deadline.dueAt());
    }

    /** Why the limit ends when it ends, line by line. */
    public Explanation explain(Deadline deadline, Locale locale) {
        return new ExplanationWriter(this, words(locale)).write(deadline);
    }

    /** How this calendar's days and times are said. */
    public TimeWords words(Locale locale) {
        return new TimeWords(this, locale);
    }

    boolean knows(LocalDate day) {
        return holidays.knows(day);
    }

    boolean isProvisional(LocalDate day) {
        return holidays.isProvisional(day);
    }

    boolean works(LocalDate day) {
        return days.isWorked(days.day(day.toEpochDay()));
    }

    DayHours hours() {
        return hours;
    }

    static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Working seconds since the first known day. */
    private long position(Instant at) {
        long second = local(at);
        int day = day(second);
        long before = (long) days.workedBefore(day) * hours.seconds();
        return days.isWorked(day) ? before + hours.workedBefore(Math.floorMod(second, DAY_SECONDS)) : before;
    }

    private Instant earliest(long position) {
        int day = days.dayOf(Math.floorDiv(position - 1, hours.seconds()));
        return instant(day, hours.earliestAfter(Math.floorMod(position - 1, hours.seconds()) + 1L));
    }

    private Instant latest(long position) {
        int day = days.dayOf(Math.floorDiv(position, hours.seconds()));
        return instant(day, hours.latestAfter(Math.floorMod(position, hours.seconds())));
    }

    private Instant closing(long number) {
        return instant(days.dayOf(number), hours.earliestAfter(hours.seconds()));
    }

    /** How many working days have closed by then. */
    private long closed(Instant at) {
        return Math.floorDiv(position(at), hours.seconds());
    }

    private int dayAfter(Instant at) {
        return days.day(Math.floorDiv(local(at), DAY_SECONDS) + 1);
    }

    private int day(long localSecond) {
        return days.day(Math.floorDiv(localSecond, DAY_SECONDS));
    }

    private Instant instant(int day, long secondOfDay) {
        return Instant.ofEpochSecond(days.epochDay(day) * DAY_SECONDS + secondOfDay - ZONE_SECONDS);
    }

    private static long local(Instant at) {
        return at.getEpochSecond() + ZONE_SECONDS;
    }
}
