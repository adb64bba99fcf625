package org.yiwang.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Rhythm;
import org.yiwang.worktime.Calendars;

class RhythmTest {
    private static final Predicate<LocalDate> WORKS =
            day -> Calendars.office().kind(day).isWorking();

    @Test
    void on_a_holiday_nobody_walks_a_round_of_working_days() {
        assertThat(of(Rhythm.WORKING_DAY, "2021-10-01")).isEmpty();
        assertThat(of(Rhythm.DAY, "2021-10-01")).contains(days("2021-10-01", "2021-10-01"));
    }

    @Test
    void a_make_up_saturday_is_a_working_day() {
        assertThat(of(Rhythm.WORKING_DAY, "2021-10-09")).contains(days("2021-10-09", "2021-10-09"));
    }

    @Test
    void a_week_falls_due_on_its_last_working_day() {
        assertThat(of(Rhythm.WEEK, "2021-11-10")).contains(days("2021-11-08", "2021-11-12"));
        // The National Day week: Monday to Thursday worked, Friday to Sunday off.
        assertThat(of(Rhythm.WEEK, "2021-09-28")).contains(days("2021-09-27", "2021-09-30"));
        assertThat(of(Rhythm.WEEK, "2021-10-09")).contains(days("2021-10-04", "2021-10-09"));
    }

    @Test
    void months_quarters_and_years_begin_where_the_calendar_says() {
        assertThat(of(Rhythm.MONTH, "2021-10-20")).contains(days("2021-10-01", "2021-10-29"));
        assertThat(of(Rhythm.QUARTER, "2021-12-31")).contains(days("2021-10-01", "2021-12-31"));
        assertThat(of(Rhythm.YEAR, "2021-03-03")).contains(days("2021-01-01", "2021-12-31"));
    }

    @Test
    void every_day_lies_in_a_period_that_began_before_it_and_periods_follow_each_other_without_a_gap() {
        for (Rhythm every : Rhythm.values()) {
            LocalDate day = LocalDate.of(2021, 1, 1);
            for (; day.getYear() == 2021; day = day.plusDays(1)) {
                Optional<Period> period = every.periodOf(day, WORKS);
                if (period.isEmpty()) continue;
                assertThat(period.get().from()).isBeforeOrEqualTo(day);
                assertThat(every.periodOf(period.get().from(), WORKS)).isEqualTo(period);
            }
        }
    }

    private static Optional<Period> of(Rhythm every, String day) {
        return every.periodOf(LocalDate.parse(day), WORKS);
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
