package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ExplanationProperties {
    private static final WorkCalendar CALENDAR = Calendars.office();
    private static final int LINES_MAX = 60;

    @Provide
    Arbitrary<Instant> seconds() {
        return Times.seconds();
    }

    @Property(tries = 500)
    void the_explanation_ends_at_the_due_time_and_stays_short(
            @ForAll("seconds") Instant start,
            @ForAll @IntRange(min = 1, max = 300) int length,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(max = 5000) int paused,
            @ForAll boolean english) {
        Limit limit = new Limit(unit.isDays() ? length % 40 + 1 : length, unit);
        List<Pause> pauses = List.of(new Pause(start.plusSeconds(600), start.plusSeconds(600 + paused * 60L)));
        Deadline deadline = CALENDAR.dueWith(start, limit, pauses, List.of(Limit.workingDays(2)));
        Explanation why = CALENDAR.explain(deadline, english ? Locale.ENGLISH : Locale.CHINA);
        assertThat(why.dueAt()).isEqualTo(deadline.dueAt());
        assertThat(why.lines()).hasSizeLessThan(LINES_MAX).allSatisfy(line -> assertThat(line)
                .isNotBlank());
    }

    @Property
    void what_the_days_contribute_adds_up_to_the_limit(
            @ForAll("seconds") Instant start, @ForAll @IntRange(min = 1, max = 9000) int minutes) {
        Instant due = CALENDAR.add(start, Limit.workingMinutes(minutes));
        Duration told = new DayNotes(CALENDAR, CALENDAR.words(Locale.CHINA))
                .hours(start, due).stream().map(ExplanationProperties::counted).reduce(Duration.ZERO, Duration::plus);
        assertThat(told).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Property
    void the_days_of_a_limit_in_working_days_are_as_many(
            @ForAll("seconds") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant due = CALENDAR.add(start, Limit.workingDays(days));
        int told = new DayNotes(CALENDAR, CALENDAR.words(Locale.CHINA))
                .days(start, due).stream()
                        .filter(run -> run.note() instanceof DayNote.Numbered)
                        .mapToInt(DayNote.Run::days)
                        .sum();
        assertThat(told).isEqualTo(days);
    }

    private static Duration counted(DayNote.Run run) {
        return switch (run.note()) {
            case DayNote.Idle idle -> Duration.ZERO;
            case DayNote.Part part -> part.counted();
            case DayNote.Whole whole -> Duration.ofMinutes(450).multipliedBy(run.days());
            case DayNote.Numbered numbered -> throw new AssertionError("Hours are not numbered: " + numbered);
        };
    }
}
