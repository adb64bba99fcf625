package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.worktime.Times.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;

class CalendarDataTest {
    private static final CalendarData DATA = Calendars.shippedData();
    private static final WorkCalendar CALENDAR = Calendars.office();

    /** Days off and make-up days as the seven notices add up when read sentence by sentence ("共3天"). */
    @ParameterizedTest
    @CsvSource({"2020,30,6", "2021,31,7", "2022,31,7", "2023,27,7", "2024,28,8", "2025,28,5", "2026,33,6"})
    void every_year_has_as_many_days_off_and_make_up_days_as_its_notice(int year, int off, int makeUp) {
        List<CalendarData.Holiday> holidays = DATA.years().get(year).holidays();
        assertThat(holidays.stream().mapToInt(holiday -> holiday.days().size()).sum())
                .isEqualTo(off);
        assertThat(holidays.stream()
                        .mapToInt(holiday -> holiday.makeUp().size())
                        .sum())
                .isEqualTo(makeUp);
    }

    @Test
    void all_holidays_are_free_and_all_make_up_days_are_worked() {
        DATA.years().values().forEach(year -> year.holidays().forEach(holiday -> {
            assertThat(holiday.days()).noneMatch(CALENDAR::works);
            assertThat(holiday.makeUp()).allMatch(CALENDAR::works);
        }));
    }

    @Test
    void days_carry_the_name_of_their_holiday() {
        assertThat(CALENDAR.holidayName(LocalDate.of(2021, 10, 3), Locale.CHINA))
                .isEqualTo("国庆节");
        assertThat(CALENDAR.holidayName(LocalDate.of(2021, 10, 9), Locale.ENGLISH))
                .isEqualTo("National Day");
        assertThat(CALENDAR.kind(LocalDate.of(2021, 10, 9))).isEqualTo(DayKind.MAKE_UP);
        assertThat(CALENDAR.holidayName(LocalDate.of(2021, 10, 16), Locale.CHINA))
                .isNull();
    }

    @Test
    void a_working_limit_that_reaches_past_the_last_year_is_refused_with_the_remedy() throws IOException {
        Refusal refusal = refusal(() -> CALENDAR.add(at("2027-12-30T10:00"), Limit.workingDays(5)));
        assertThat(refusal.code()).isEqualTo("worktime.unknown-year");
        RefusalTexts texts = new RefusalTexts();
        assertThat(texts.words(refusal, Locale.CHINA).sentence()).isEqualTo("工作日历只有 2020 至 2027 年，没有 2028 年的放假安排");
        assertThat(texts.words(refusal, Locale.ENGLISH).remedy()).contains("yiwang.worktime.calendar");
    }

    @Test
    void every_question_about_an_unknown_year_is_refused() {
        List<ThrowingCallable> questions = List.of(
                () -> CALENDAR.add(at("2028-01-01T00:01"), Limit.workingHours(1)),
                () -> CALENDAR.add(at("2019-12-30T10:00"), Limit.workingHours(1)),
                () -> CALENDAR.subtract(at("2020-01-02T10:00"), Limit.workingHours(2)),
                () -> CALENDAR.between(at("2027-12-01T10:00"), at("2028-02-01T10:00")),
                () -> CALENDAR.isWorking(at("2028-02-01T10:00")),
                () -> CALENDAR.nextWorkingInstant(at("2027-12-31T18:00")),
                () -> CALENDAR.kind(LocalDate.of(2028, 1, 1)),
                () -> CALENDAR.notice(2019));
        assertThat(questions)
                .allSatisfy(question -> assertThat(refusal(question).code()).isEqualTo("worktime.unknown-year"));
    }

    @Test
    void the_last_working_hour_of_the_last_year_is_still_known() {
        assertThat(CALENDAR.add(at("2027-12-31T09:00"), Limit.workingMinutes(450)))
                .isEqualTo(at("2027-12-31T17:30"));
        assertThat(CALENDAR.between(at("2027-12-31T17:00"), at("2028-01-01T00:00")))
                .hasMinutes(30);
    }

    @Test
    void natural_limits_need_no_data() {
        Deadline deadline = CALENDAR.dueWith(at("2028-03-01T10:00"), Limit.hours(2), List.of(), List.of());
        assertThat(CALENDAR.explain(deadline, Locale.CHINA).lines()).last().isEqualTo("到期：3月1日 周三 12:00");
    }

    @Test
    void an_unknown_calendar_is_refused_with_the_known_names() {
        Refusal refusal = refusal(() -> Calendars.shipped().named("night"));
        assertThat(refusal.code()).isEqualTo("worktime.unknown-calendar");
        assertThat(refusal.arguments()).contains("duty、office");
    }

    @Test
    void an_installation_adds_a_year_and_its_own_hours_by_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
                hours:
                  hall: {days: working, shifts: ["08:30-17:30"]}
                years:
                  2028:
                    notice: 2028年安排
                    provisional: true
                    holidays: [{from: 2028-01-01, to: 2028-01-03, zh: 元旦, en: New Year's Day}]
                """);
        WorkCalendar hall = Calendars.shippedWith(file).named("hall");
        Deadline deadline = hall.dueWith(at("2027-12-31T16:30"), Limit.workingHours(2), List.of(), List.of());
        assertThat(deadline.dueAt()).isEqualTo(at("2028-01-04T09:30"));
        assertThat(hall.explain(deadline, Locale.CHINA).lines()).contains("2028年放假安排为暂定，正式通知公布后到期时间可能变化");
    }

    @Test
    void a_faulty_file_is_refused_with_all_its_faults_at_once(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
                hours:
                  hall: {days: working, shifts: ["13:00-17:30", "09:00-12:00"]}
                years:
                  2029:
                    notice: n
                    holidays:
                      - {from: 2029-01-03, to: 2029-01-01, zh: 元旦, en: New Year's Day, makeUp: [2029-01-04]}
                      - {from: 2030-05-01, to: 2030-05-01, zh: 劳动节, en: Labour Day}
                """);
        assertThatThrownBy(() -> Calendars.shippedWith(file))
                .hasMessageContaining("own.yaml")
                .hasMessageContaining("years: 2028 is missing between its neighbours. Add it.")
                .hasMessageContaining("years.2029 元旦: it ends before it begins. Exchange the two.")
                .hasMessageContaining("years.2029 元旦: 2029-01-04 is worked anyway. Take it out of makeUp.")
                .hasMessageContaining("years.2029 劳动节: 2030-05-01 is not of this year. Move it to its own.")
                .hasMessageContaining("hours.hall: [13:00-17:30, 09:00-12:00] overlap or run backwards");
    }

    @Test
    void a_misspelt_field_or_a_missing_file_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "year: {}");
        assertThatThrownBy(() -> Calendars.shippedWith(file)).hasMessageContaining("year");
        assertThatThrownBy(() -> Calendars.shippedWith(folder.resolve("none.yaml")))
                .hasMessageContaining("Correct yiwang.worktime.calendar");
    }

    private static Refusal refusal(ThrowingCallable question) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(question);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        return ((RefusedException) thrown).refusal();
    }
}
