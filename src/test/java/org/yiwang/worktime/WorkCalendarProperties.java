package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The fast arithmetic against a walker that looks at every minute, and against itself. */
class WorkCalendarProperties {
    private static final WorkCalendar CALENDAR = Calendars.office();
    private static final SlowCalendar SLOW = new SlowCalendar(CALENDAR);

    @Provide
    Arbitrary<Instant> minutes() {
        return Times.minutes();
    }

    @Provide
    Arbitrary<Instant> seconds() {
        return Times.seconds();
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Arbitraries.of(LimitUnit.values()).flatMap(unit -> Arbitraries.integers()
                .between(1, unit.isDays() ? 12 : unit.seconds() == 3600 ? 40 : 1500)
                .map(amount -> new Limit(amount, unit)));
    }

    /** Where a pause begins and how long it is, in minutes from the start; it may begin before it. */
    record Gap(int from, int length) {
        Pause after(Instant start) {
            Instant begin = start.plusSeconds(from * 60L);
            return new Pause(begin, begin.plusSeconds(length * 60L));
        }
    }

    @Provide
    Arbitrary<Gap> gaps() {
        return Combinators.combine(
                        Arbitraries.integers().between(-2000, 12_000),
                        Arbitraries.integers().between(0, 9000))
                .as(Gap::new);
    }

    @Property(tries = 500)
    void every_limit_with_pauses_and_an_extension_ends_where_a_minute_by_minute_walk_ends(
            @ForAll("minutes") Instant start,
            @ForAll("limits") Limit limit,
            @ForAll @IntRange(max = 5) int extension,
            @ForAll @Size(max = 3) List<@net.jqwik.api.From("gaps") Gap> gaps) {
        List<Pause> pauses = gaps.stream().map(gap -> gap.after(start)).toList();
        List<Limit> extensions = extension == 0 ? List.of() : List.of(new Limit(extension, limit.unit()));
        List<Limit> all = extension == 0 ? List.of(limit) : List.of(limit, extensions.getFirst());
        assertThat(CALENDAR.dueWith(start, limit, pauses, extensions).dueAt()).isEqualTo(SLOW.due(start, all, pauses));
    }

    @Property
    void the_office_works_when_a_person_says_so(@ForAll("minutes") Instant minute) {
        assertThat(CALENDAR.isWorking(minute)).isEqualTo(SLOW.worksDuring(minute));
    }

    @Property
    void what_was_added_lies_between(
            @ForAll("seconds") Instant start, @ForAll @IntRange(min = 1, max = 20_000) int length) {
        Instant due = CALENDAR.add(start, Limit.workingMinutes(length));
        assertThat(CALENDAR.between(start, due)).isEqualTo(Duration.ofMinutes(length));
        assertThat(CALENDAR.remaining(start, due)).isEqualTo(Duration.ofMinutes(length));
        assertThat(CALENDAR.between(due, start)).isEqualTo(Duration.ofMinutes(-length));
    }

    @Property
    void working_time_adds_up(
            @ForAll("seconds") Instant a, @ForAll("seconds") Instant b, @ForAll("seconds") Instant c) {
        assertThat(CALENDAR.between(a, b).plus(CALENDAR.between(b, c))).isEqualTo(CALENDAR.between(a, c));
    }

    @Property
    void subtracting_gives_the_latest_start_that_still_ends_in_time(
            @ForAll("seconds") Instant end, @ForAll("limits") Limit limit) {
        if (end.isBefore(Times.at("2020-03-01T00:00"))) return;
        Instant start = CALENDAR.subtract(end, limit);
        assertThat(CALENDAR.add(start, limit)).isBeforeOrEqualTo(end);
        assertThat(CALENDAR.add(start.plusSeconds(1), limit)).isAfter(end);
    }

    @Property
    void subtracting_undoes_adding_within_working_hours(
            @ForAll("seconds") Instant any, @ForAll @IntRange(min = 1, max = 5000) int length) {
        Instant start = CALENDAR.nextWorkingInstant(any);
        Limit limit = Limit.workingMinutes(length);
        assertThat(CALENDAR.subtract(CALENDAR.add(start, limit), limit)).isEqualTo(start);
    }

    @Property
    void a_later_start_never_ends_earlier(
            @ForAll("seconds") Instant start,
            @ForAll @IntRange(max = 10_000) int later,
            @ForAll("limits") Limit limit) {
        assertThat(CALENDAR.add(start.plus(Duration.ofMinutes(later)), limit))
                .isAfterOrEqualTo(CALENDAR.add(start, limit));
    }

    @Property
    void a_longer_limit_never_ends_earlier(@ForAll("seconds") Instant start, @ForAll("limits") Limit limit) {
        Limit longer = new Limit(limit.amount() + 1, limit.unit());
        assertThat(CALENDAR.add(start, longer)).isAfter(CALENDAR.add(start, limit));
    }

    @Property
    void a_working_limit_never_ends_outside_working_hours(
            @ForAll("seconds") Instant start,
            @ForAll("limits") Limit limit,
            @ForAll @Size(max = 2) List<@net.jqwik.api.From("gaps") Gap> gaps) {
        if (!limit.unit().isWorking()) return;
        List<Pause> pauses = gaps.stream().map(gap -> gap.after(start)).toList();
        Instant due = CALENDAR.dueWith(start, limit, pauses, List.of()).dueAt();
        assertThat(CALENDAR.isWorking(due.minusSeconds(1))).isTrue();
    }

    @Property
    void the_next_working_instant_is_the_first_that_is_worked(@ForAll("minutes") Instant start) {
        Instant minute = start;
        while (!SLOW.worksDuring(minute)) minute = minute.plusSeconds(60);
        assertThat(CALENDAR.nextWorkingInstant(start)).isEqualTo(minute);
        assertThat(CALENDAR.between(start, minute)).isZero();
    }

    @Property
    void pauses_may_come_in_any_order_and_overlap(
            @ForAll("minutes") Instant start,
            @ForAll("limits") Limit limit,
            @ForAll("gaps") Gap one,
            @ForAll("gaps") Gap two) {
        Pause first = one.after(start);
        Pause second = two.after(start);
        assertThat(CALENDAR.due(start, List.of(limit), List.of(first, second, first)))
                .isEqualTo(CALENDAR.due(start, List.of(limit), List.of(second, first)));
    }

    @Property
    void on_duty_day_and_night_working_time_is_natural_time(
            @ForAll("seconds") Instant start, @ForAll @IntRange(min = 1, max = 20_000) int length) {
        WorkCalendar duty = DUTY;
        assertThat(duty.add(start, Limit.workingMinutes(length))).isEqualTo(start.plus(Duration.ofMinutes(length)));
        assertThat(duty.add(start, Limit.workingDays(length % 30 + 1)))
                .isEqualTo(duty.add(start, Limit.days(length % 30 + 1)));
    }

    private static final WorkCalendar DUTY = Calendars.shipped().named(Calendars.DUTY);

    @Property
    void a_working_day_is_one_and_no_other_day_counts(@ForAll("minutes") Instant minute) {
        LocalDate day = WorkCalendar.date(minute);
        Duration worked = CALENDAR.between(WorkCalendar.midnight(day), WorkCalendar.midnight(day.plusDays(1)));
        assertThat(worked).isEqualTo(SLOW.works(day) ? Duration.ofMinutes(450) : Duration.ZERO);
    }
}
