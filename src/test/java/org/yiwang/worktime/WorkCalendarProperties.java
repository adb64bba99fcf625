package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The fast arithmetic against a walker that looks at every minute, and against itself. */
class WorkCalendarProperties {
    private static final WorkCalendar CALENDAR = Calendars.office();
    private static final long YEAR_2020 = Instant.parse("2019-12-31T16:00:00Z").getEpochSecond();
    private static final long MINUTES_TO_2027 = Duration.ofDays(2557).toMinutes();

    @Provide
    Arbitrary<Instant> minutes() {
        return Arbitraries.longs()
                .between(0, MINUTES_TO_2027)
                .map(minute -> Instant.ofEpochSecond(YEAR_2020 + minute * 60));
    }

    @Property(tries = 300)
    void a_working_limit_ends_where_a_minute_by_minute_walk_ends(
            @ForAll("minutes") Instant start, @ForAll @IntRange(min = 1, max = 3000) int length) {
        assertThat(CALENDAR.add(start, Limit.workingMinutes(length))).isEqualTo(walk(start, length));
    }

    @Property(tries = 300)
    void a_paused_limit_ends_where_a_walk_that_skips_the_pause_ends(
            @ForAll("minutes") Instant start,
            @ForAll @IntRange(min = 2, max = 1500) int length,
            @ForAll @LongRange(min = 0, max = 5000) long gap,
            @ForAll @LongRange(min = 0, max = 20_000) long paused) {
        Pause pause = new Pause(start.plus(Duration.ofMinutes(gap)), start.plus(Duration.ofMinutes(gap + paused)));
        Instant due = CALENDAR.due(start, List.of(Limit.workingMinutes(length)), List.of(pause));
        assertThat(due).isEqualTo(walkAround(start, length, pause));
    }

    @Property
    void what_was_added_lies_between(
            @ForAll("minutes") Instant start, @ForAll @IntRange(min = 1, max = 100_000) int length) {
        Instant due = CALENDAR.add(start, Limit.workingMinutes(length));
        assertThat(CALENDAR.between(start, due)).isEqualTo(Duration.ofMinutes(length));
    }

    @Property
    void working_time_adds_up(
            @ForAll("minutes") Instant a, @ForAll("minutes") Instant b, @ForAll("minutes") Instant c) {
        assertThat(CALENDAR.between(a, b).plus(CALENDAR.between(b, c))).isEqualTo(CALENDAR.between(a, c));
    }

    @Property
    void a_later_start_never_ends_earlier(
            @ForAll("minutes") Instant start,
            @ForAll @IntRange(min = 0, max = 10_000) int later,
            @ForAll @IntRange(min = 1, max = 500) int length) {
        for (LimitUnit unit : LimitUnit.values()) {
            Limit limit = new Limit(length, unit);
            assertThat(CALENDAR.add(start.plus(Duration.ofMinutes(later)), limit))
                    .isAfterOrEqualTo(CALENDAR.add(start, limit));
        }
    }

    @Property
    void n_working_days_end_at_the_close_of_the_nth_working_day_after_the_start(
            @ForAll("minutes") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate day = LocalDate.ofInstant(start, WorkCalendar.ZONE);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (CALENDAR.kind(day).isWorking()) left--;
        }
        assertThat(CALENDAR.add(start, Limit.workingDays(days)))
                .isEqualTo(day.atTime(18, 0).atZone(WorkCalendar.ZONE).toInstant());
    }

    @Property(tries = 300)
    void the_explanation_ends_at_the_due_time(
            @ForAll("minutes") Instant start,
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll LimitUnit unit,
            @ForAll @LongRange(min = 0, max = 5000) long paused) {
        List<Limit> limits = List.of(new Limit(length, unit), Limit.workingDays(2));
        List<Pause> pauses = List.of(new Pause(start.plusSeconds(600), start.plusSeconds(600 + paused * 60)));
        assertThat(Explanation.of(CALENDAR, start, limits, pauses, java.util.Locale.CHINA)
                        .dueAt())
                .isEqualTo(CALENDAR.due(start, limits, pauses));
    }

    /** Written without the calendar's arithmetic: only its list of days, and the office hours as a person would state them. */
    private static boolean worksDuring(Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, ZoneId.of("Asia/Shanghai"));
        LocalTime time = local.toLocalTime();
        boolean morning = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.of(12, 0));
        boolean afternoon = !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(18, 0));
        return (morning || afternoon) && CALENDAR.kind(local.toLocalDate()).isWorking();
    }

    private static Instant walk(Instant start, int length) {
        return walkAround(start, length, new Pause(Instant.EPOCH, Instant.EPOCH));
    }

    private static Instant walkAround(Instant start, int length, Pause pause) {
        Instant minute = start;
        for (int left = length; left > 0; minute = minute.plusSeconds(60)) {
            boolean paused = !minute.isBefore(pause.from()) && minute.isBefore(pause.to());
            if (!paused && worksDuring(minute)) left--;
        }
        return minute;
    }
}
