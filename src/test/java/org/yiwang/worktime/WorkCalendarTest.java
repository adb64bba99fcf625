package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.worktime.Times.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Desk hours here are 09:00–12:00 and 13:00–17:30. */
class WorkCalendarTest {
    private static final WorkCalendar CALENDAR = Calendars.office();

    private static Instant due(String start, Limit limit, Pause... pauses) {
        return CALENDAR.dueWith(at(start), limit, List.of(pauses), List.of()).dueAt();
    }

    private static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }

    @Test
    void the_working_day_from_a_day_off_is_the_next_that_is_worked_make_up_days_among_them() {
        WorkCalendar office = Calendars.office();
        assertThat(office.workingDayFrom(LocalDate.of(2021, 5, 1))).isEqualTo(LocalDate.of(2021, 5, 6));
        assertThat(office.workingDayFrom(LocalDate.of(2021, 5, 8))).isEqualTo(LocalDate.of(2021, 5, 8));
        assertThat(office.workingDayFrom(LocalDate.of(2021, 5, 10))).isEqualTo(LocalDate.of(2021, 5, 10));
    }

    @Test
    void four_hours_reported_friday_17_00_fall_due_monday_13_30() {
        assertThat(due("2021-11-05T17:00", Limit.workingHours(4))).isEqualTo(at("2021-11-08T13:30"));
    }

    @Test
    void four_hours_reported_friday_17_00_fall_due_monday_12_00_where_the_office_closes_at_18_00() {
        CalendarData.Hours later =
                new CalendarData.Hours(CalendarData.Days.WORKING, List.of("09:00-12:00", "13:00-18:00"));
        WorkCalendar calendar = new WorkCalendar(new Holidays(Calendars.shippedData()), later);
        assertThat(calendar.add(at("2021-11-05T17:00"), Limit.workingHours(4))).isEqualTo(at("2021-11-08T12:00"));
    }

    @Test
    void a_limit_used_up_at_noon_ends_at_noon_and_not_after_lunch() {
        assertThat(due("2021-11-09T09:00", Limit.workingHours(3))).isEqualTo(at("2021-11-09T12:00"));
    }

    @Test
    void lunch_does_not_count() {
        assertThat(due("2021-11-09T11:30", Limit.workingMinutes(60))).isEqualTo(at("2021-11-09T13:30"));
        assertThat(due("2021-11-09T12:15", Limit.workingMinutes(60))).isEqualTo(at("2021-11-09T14:00"));
    }

    @Test
    void what_is_reported_at_midnight_starts_when_the_office_opens() {
        assertThat(due("2021-11-09T00:00", Limit.workingHours(1))).isEqualTo(at("2021-11-09T10:00"));
        assertThat(due("2021-11-09T23:59:59", Limit.workingHours(1))).isEqualTo(at("2021-11-10T10:00"));
    }

    @Test
    void a_limit_that_uses_up_the_day_ends_at_closing_time_and_not_the_next_morning() {
        assertThat(due("2021-11-09T09:00", Limit.workingMinutes(450))).isEqualTo(at("2021-11-09T17:30"));
        assertThat(due("2021-11-09T09:00", Limit.workingMinutes(451))).isEqualTo(at("2021-11-10T09:01"));
    }

    @Test
    void no_limit_at_all_ends_at_once_even_at_night() {
        assertThat(due("2021-11-06T03:00", Limit.workingHours(0))).isEqualTo(at("2021-11-06T03:00"));
    }

    @Test
    void two_hours_before_national_day_2021_end_on_friday_the_eighth() {
        assertThat(due("2021-09-30T17:00", Limit.workingHours(2))).isEqualTo(at("2021-10-08T10:30"));
    }

    @Test
    void two_working_days_before_national_day_2021_end_on_the_make_up_saturday() {
        assertThat(due("2021-09-30T10:00", Limit.workingDays(2))).isEqualTo(at("2021-10-09T17:30"));
    }

    @Test
    void five_working_days_over_spring_festival_2022_count_the_make_up_weekend_before_it() {
        assertThat(due("2022-01-28T10:00", Limit.workingDays(5))).isEqualTo(at("2022-02-09T17:30"));
    }

    @Test
    void spring_festival_2020_lasted_to_second_february_and_its_first_was_not_worked() {
        assertThat(due("2020-01-23T17:00", Limit.workingHours(1))).isEqualTo(at("2020-02-03T09:30"));
    }

    @Test
    void new_year_2023_began_on_the_last_saturday_of_2022() {
        assertThat(due("2022-12-30T17:00", Limit.workingHours(1))).isEqualTo(at("2023-01-03T09:30"));
    }

    @Test
    void one_working_day_from_a_friday_is_the_end_of_monday() {
        assertThat(due("2021-11-05T10:00", Limit.workingDays(1))).isEqualTo(at("2021-11-08T17:30"));
    }

    @Test
    void one_working_day_from_a_saturday_is_the_end_of_monday() {
        assertThat(due("2021-11-06T10:00", Limit.workingDays(1))).isEqualTo(at("2021-11-08T17:30"));
    }

    @Test
    void one_working_day_from_before_opening_does_not_count_that_day() {
        assertThat(due("2021-11-08T06:00", Limit.workingDays(1))).isEqualTo(at("2021-11-09T17:30"));
    }

    @Test
    void natural_hours_run_through_the_night_and_the_new_year() {
        assertThat(due("2021-12-31T23:00", Limit.hours(2))).isEqualTo(at("2022-01-01T01:00"));
    }

    @Test
    void a_natural_day_ends_at_midnight_and_the_first_is_not_counted() {
        assertThat(due("2021-11-08T08:00", Limit.days(1))).isEqualTo(at("2021-11-10T00:00"));
    }

    @Test
    void the_leap_day_of_2024_is_a_day() {
        assertThat(due("2024-02-28T08:00", Limit.days(1))).isEqualTo(at("2024-03-01T00:00"));
        assertThat(due("2024-02-28T17:00", Limit.workingHours(1))).isEqualTo(at("2024-02-29T09:30"));
        assertThat(due("2023-02-28T17:00", Limit.workingHours(1))).isEqualTo(at("2023-03-01T09:30"));
    }

    @Test
    void a_pause_over_a_weekend_moves_a_working_limit_only_by_its_working_hours() {
        assertThat(due("2021-11-05T16:00", Limit.workingHours(4), pause("2021-11-05T17:00", "2021-11-08T10:00")))
                .isEqualTo(at("2021-11-08T14:00"));
    }

    @Test
    void a_pause_across_national_day_moves_a_working_limit_by_the_days_around_it_only() {
        assertThat(due("2021-09-30T09:00", Limit.workingHours(6), pause("2021-09-30T10:00", "2021-10-09T09:00")))
                .isEqualTo(at("2021-10-09T15:00"));
    }

    @Test
    void a_pause_across_national_day_moves_a_natural_limit_by_all_of_it() {
        assertThat(due("2021-09-30T09:00", Limit.hours(6), pause("2021-09-30T10:00", "2021-10-09T09:00")))
                .isEqualTo(at("2021-10-09T14:00"));
    }

    @Test
    void a_pause_of_one_day_moves_a_limit_in_working_days_by_one_day() {
        assertThat(due("2021-11-08T10:00", Limit.workingDays(5), pause("2021-11-09T09:00", "2021-11-10T09:00")))
                .isEqualTo(at("2021-11-16T17:30"));
    }

    @Test
    void a_pause_outside_working_hours_moves_nothing() {
        assertThat(due("2021-11-05T10:00", Limit.workingDays(1), pause("2021-11-05T17:30", "2021-11-08T09:00")))
                .isEqualTo(at("2021-11-08T17:30"));
    }

    @Test
    void a_pause_that_begins_when_the_limit_is_over_moves_nothing() {
        assertThat(due("2021-11-09T09:00", Limit.workingHours(3), pause("2021-11-09T12:00", "2021-11-09T15:00")))
                .isEqualTo(at("2021-11-09T12:00"));
    }

    @Test
    void a_pause_that_began_before_the_start_counts_from_the_start() {
        assertThat(due("2021-11-09T10:00", Limit.workingHours(1), pause("2021-11-08T09:00", "2021-11-09T11:00")))
                .isEqualTo(at("2021-11-09T12:00"));
    }

    @Test
    void a_pause_within_reach_of_an_earlier_pause_counts_too() {
        Pause first = pause("2021-11-09T10:00", "2021-11-09T11:00");
        Pause second = pause("2021-11-09T11:30", "2021-11-09T12:00");
        assertThat(due("2021-11-09T09:00", Limit.workingHours(2), second, first))
                .isEqualTo(at("2021-11-09T13:30"));
    }

    @Test
    void an_extension_follows_the_limit_it_extends() {
        Deadline deadline = CALENDAR.dueWith(
                at("2021-11-08T10:00"), Limit.workingDays(5), List.of(), List.of(Limit.workingDays(3)));
        assertThat(deadline.dueAt()).isEqualTo(at("2021-11-18T17:30"));
    }

    @Test
    void three_natural_days_more_are_three_and_not_four() {
        Deadline deadline = CALENDAR.dueWith(at("2021-11-08T10:00"), Limit.days(2), List.of(), List.of(Limit.days(3)));
        assertThat(deadline.dueAt()).isEqualTo(at("2021-11-14T00:00"));
    }

    @Test
    void four_hours_that_shall_end_monday_13_30_must_start_friday_17_00() {
        assertThat(CALENDAR.subtract(at("2021-11-08T13:30"), Limit.workingHours(4)))
                .isEqualTo(at("2021-11-05T17:00"));
    }

    @Test
    void three_hours_that_shall_end_monday_noon_may_start_as_late_as_monday_morning() {
        assertThat(CALENDAR.subtract(at("2021-11-08T12:00"), Limit.workingHours(3)))
                .isEqualTo(at("2021-11-08T09:00"));
    }

    @Test
    void one_working_day_that_shall_end_monday_may_start_until_sunday_midnight() {
        assertThat(CALENDAR.subtract(at("2021-11-08T17:30"), Limit.workingDays(1)))
                .isEqualTo(at("2021-11-07T23:59:59"));
    }

    @Test
    void time_between_friday_evening_and_monday_noon_is_three_and_a_half_hours() {
        assertThat(CALENDAR.between(at("2021-11-05T17:00"), at("2021-11-08T12:00")))
                .isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void the_office_is_open_from_the_first_second_to_before_the_last() {
        assertThat(CALENDAR.isWorking(at("2021-11-09T08:59:59"))).isFalse();
        assertThat(CALENDAR.isWorking(at("2021-11-09T09:00"))).isTrue();
        assertThat(CALENDAR.isWorking(at("2021-11-09T11:59:59"))).isTrue();
        assertThat(CALENDAR.isWorking(at("2021-11-09T12:00"))).isFalse();
        assertThat(CALENDAR.isWorking(at("2021-11-09T17:30"))).isFalse();
        assertThat(CALENDAR.isWorking(at("2021-10-09T10:00"))).isTrue();
        assertThat(CALENDAR.isWorking(at("2021-10-07T10:00"))).isFalse();
    }

    @Test
    void the_next_working_instant_after_the_eve_of_national_day_is_the_eighth() {
        assertThat(CALENDAR.nextWorkingInstant(at("2021-09-30T17:30"))).isEqualTo(at("2021-10-08T09:00"));
    }

    @Test
    void a_deadline_is_kept_at_its_due_time_and_late_a_second_later() {
        Deadline deadline = CALENDAR.dueWith(at("2021-11-05T17:00"), Limit.workingHours(4), List.of(), List.of());
        assertThat(deadline.isLate(at("2021-11-08T13:30"))).isFalse();
        assertThat(deadline.isLate(at("2021-11-08T13:30:01"))).isTrue();
        assertThat(CALENDAR.remaining(at("2021-11-06T10:00"), deadline)).isEqualTo(Duration.ofMinutes(210));
    }
}
