package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final WorkCalendar CALENDAR = Calendars.office();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    @Test
    void four_hours_reported_friday_17_00_fall_due_monday_12_00() {
        assertThat(CALENDAR.add(at("2021-11-05T17:00"), Limit.workingHours(4))).isEqualTo(at("2021-11-08T12:00"));
    }

    @Test
    void a_limit_used_up_at_noon_ends_at_noon_and_not_after_lunch() {
        assertThat(CALENDAR.add(at("2021-11-09T09:00"), Limit.workingHours(3))).isEqualTo(at("2021-11-09T12:00"));
        assertThat(CALENDAR.add(at("2021-11-09T11:30"), Limit.workingMinutes(60)))
                .isEqualTo(at("2021-11-09T13:30"));
    }

    @Test
    void two_hours_before_national_day_2021_end_on_the_make_up_saturday_s_eve_of_eight_october() {
        assertThat(CALENDAR.add(at("2021-09-30T17:00"), Limit.workingHours(2))).isEqualTo(at("2021-10-08T10:00"));
        assertThat(CALENDAR.kind(
                        at("2021-10-09T12:00").atZone(WorkCalendar.ZONE).toLocalDate()))
                .isEqualTo(DayKind.MAKE_UP);
    }

    @Test
    void one_working_day_from_a_friday_is_the_end_of_monday() {
        assertThat(CALENDAR.add(at("2021-11-05T10:00"), Limit.workingDays(1))).isEqualTo(at("2021-11-08T18:00"));
    }

    @Test
    void one_working_day_from_a_saturday_is_the_end_of_monday() {
        assertThat(CALENDAR.add(at("2021-11-06T10:00"), Limit.workingDays(1))).isEqualTo(at("2021-11-08T18:00"));
    }

    @Test
    void five_working_days_over_spring_festival_2022_count_the_make_up_weekend() {
        assertThat(CALENDAR.add(at("2022-01-28T10:00"), Limit.workingDays(5))).isEqualTo(at("2022-02-09T18:00"));
    }

    @Test
    void natural_hours_run_through_the_night() {
        assertThat(CALENDAR.add(at("2021-12-31T23:00"), Limit.hours(2))).isEqualTo(at("2022-01-01T01:00"));
    }

    @Test
    void a_natural_day_ends_at_midnight_and_the_first_is_not_counted() {
        assertThat(CALENDAR.add(at("2024-02-28T08:00"), Limit.days(1))).isEqualTo(at("2024-03-01T00:00"));
    }

    @Test
    void a_pause_over_a_weekend_moves_a_working_limit_only_by_its_working_hours() {
        List<Pause> weekend = List.of(new Pause(at("2021-11-05T17:00"), at("2021-11-08T10:00")));
        Instant due = CALENDAR.due(at("2021-11-05T16:00"), List.of(Limit.workingHours(4)), weekend);
        assertThat(due).isEqualTo(at("2021-11-08T14:00"));
    }

    @Test
    void a_pause_moves_a_limit_in_working_days_by_its_working_hours_too() {
        List<Pause> day = List.of(new Pause(at("2021-11-09T09:00"), at("2021-11-10T09:00")));
        assertThat(CALENDAR.due(at("2021-11-08T10:00"), List.of(Limit.workingDays(5)), day))
                .isEqualTo(at("2021-11-16T18:00"));
    }

    @Test
    void an_extension_follows_the_limit_it_extends() {
        assertThat(CALENDAR.due(at("2021-11-08T10:00"), List.of(Limit.workingDays(5), Limit.workingDays(3)), List.of()))
                .isEqualTo(at("2021-11-18T18:00"));
    }

    @Test
    void time_between_friday_evening_and_monday_noon_is_four_hours() {
        assertThat(CALENDAR.between(at("2021-11-05T17:00"), at("2021-11-08T12:00")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_day_outside_the_calendar_is_refused_by_name() {
        assertThatThrownBy(() -> CALENDAR.add(at("2018-01-01T10:00"), Limit.workingDays(1)))
                .hasMessageContaining("2019-01-01");
    }

    @Test
    void the_explanation_reads_like_a_calendar_in_chinese() {
        Explanation why = Explanation.of(
                CALENDAR, at("2021-11-05T17:00"), List.of(Limit.workingHours(4)), List.of(), Locale.CHINA);
        assertThat(why.lines())
                .containsExactly(
                        "11月5日 周五 17:00 起算,时限4个工作小时",
                        "11月5日 周五 计1小时(工作时间)",
                        "11月6日 周六至11月7日 周日 周末,不计",
                        "11月8日 周一 计3小时(工作时间)",
                        "到期:11月8日 周一 12:00");
    }

    @Test
    void the_explanation_names_holidays_make_up_days_and_pauses_in_english() {
        Explanation why = Explanation.of(
                CALENDAR,
                at("2021-09-30T10:00"),
                List.of(Limit.workingDays(2)),
                List.of(new Pause(at("2021-10-08T09:00"), at("2021-10-08T11:00"))),
                Locale.ENGLISH);
        assertThat(why.lines())
                .containsExactly(
                        "Thu 30 Sept 10:00: the clock starts; limit 2 working days",
                        "Thu 30 Sept is the first day and is not counted",
                        "Fri 1 Oct to Thu 7 Oct: National Day, not counted",
                        "Fri 8 Oct: working day 1",
                        "Sat 9 Oct (make-up working day): working day 2",
                        "Fri 8 Oct 09:00 to Fri 8 Oct 11:00: paused, moved on by 2 h",
                        "Due: Mon 11 Oct 11:00");
    }

    @Test
    void a_year_without_a_notice_says_so() {
        Explanation why = Explanation.of(
                CALENDAR, at("2027-11-05T17:00"), List.of(Limit.workingDays(1)), List.of(), Locale.CHINA);
        assertThat(why.lines()).contains("2027年放假安排尚未公布,暂按周末推算");
    }
}
