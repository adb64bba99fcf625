package org.yiwang.lists.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yiwang.worktime.Calendars;
import org.yiwang.worktime.WorkCalendar;

class MeetingDayTest {
    private static final MeetingDay MONDAY = new MeetingDay(DayOfWeek.MONDAY);
    private final WorkCalendar calendar = Calendars.office();

    @Test
    void it_is_on_the_weekday_and_today_if_today_is_one() {
        assertThat(MONDAY.from(LocalDate.of(2021, 11, 9), calendar)).isEqualTo(LocalDate.of(2021, 11, 15));
        assertThat(MONDAY.from(LocalDate.of(2021, 11, 15), calendar)).isEqualTo(LocalDate.of(2021, 11, 15));
    }

    @Test
    void where_the_weekday_is_off_it_is_on_the_next_day_worked() {
        assertThat(MONDAY.from(LocalDate.of(2021, 5, 1), calendar)).isEqualTo(LocalDate.of(2021, 5, 6));
        assertThat(MONDAY.from(LocalDate.of(2021, 5, 4), calendar)).isEqualTo(LocalDate.of(2021, 5, 6));
        assertThat(MONDAY.from(LocalDate.of(2021, 5, 7), calendar)).isEqualTo(LocalDate.of(2021, 5, 10));
    }
}
