package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.worktime.Times.at;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final WorkCalendar CALENDAR = Calendars.office();

    private static List<String> why(Locale locale, Deadline deadline) {
        return CALENDAR.explain(deadline, locale).lines();
    }

    private static Deadline deadline(String start, Limit limit) {
        return CALENDAR.dueWith(at(start), limit, List.of(), List.of());
    }

    @Test
    void four_hours_over_a_weekend_read_like_a_calendar_in_chinese() {
        assertThat(why(Locale.CHINA, deadline("2021-11-05T17:00", Limit.workingHours(4))))
                .containsExactly(
                        "11月5日 周五 17:00 起算，时限 4 个工作小时",
                        "11月5日 周五 当日剩余工作时间 30 分钟",
                        "11月6日–7日 周末，不计",
                        "11月8日 周一 09:00–12:00 计 3 小时，13:00–13:30 计 30 分钟",
                        "到期：11月8日 周一 13:30");
    }

    @Test
    void four_hours_over_a_weekend_read_like_a_calendar_in_english() {
        assertThat(why(Locale.ENGLISH, deadline("2021-11-05T17:00", Limit.workingHours(4))))
                .containsExactly(
                        "Starts Fri 5 Nov 17:00, limit 4 working hours",
                        "Fri 5 Nov: working time left on that day: 30 min",
                        "Sat 6 Nov – Sun 7 Nov: weekend, not counted",
                        "Mon 8 Nov: 09:00–12:00 counts 3 h, 13:00–13:30 counts 30 min",
                        "Due Mon 8 Nov 13:30");
    }

    @Test
    void seconds_of_the_start_do_not_make_the_pieces_miss_the_limit() {
        assertThat(why(Locale.CHINA, deadline("2021-11-05T17:00:23", Limit.workingHours(4))))
                .contains("11月5日 周五 当日剩余工作时间 30 分钟", "11月8日 周一 09:00–12:00 计 3 小时，13:00–13:30 计 30 分钟");
    }

    @Test
    void a_report_after_closing_says_that_hours_are_over() {
        assertThat(why(Locale.CHINA, deadline("2021-11-05T20:00", Limit.workingHours(2))))
                .containsExactly(
                        "11月5日 周五 20:00 起算，时限 2 个工作小时",
                        "11月5日 周五 当日工作时间已过，不计",
                        "11月6日–7日 周末，不计",
                        "11月8日 周一 09:00–11:00 计 2 小时",
                        "到期：11月8日 周一 11:00");
    }

    @Test
    void whole_days_are_told_together() {
        assertThat(why(Locale.CHINA, deadline("2021-11-08T13:00", Limit.workingHours(30))))
                .containsExactly(
                        "11月8日 周一 13:00 起算，时限 30 个工作小时",
                        "11月8日 周一 当日剩余工作时间 4 小时 30 分钟",
                        "11月9日–11日 3 个工作日，每日 7 小时 30 分钟，计 22 小时 30 分钟",
                        "11月12日 周五 09:00–12:00 计 3 小时",
                        "到期：11月12日 周五 12:00");
    }

    @Test
    void holidays_make_up_days_and_pauses_are_named_in_chinese() {
        Deadline deadline = CALENDAR.dueWith(
                at("2021-09-29T10:00"),
                Limit.workingDays(3),
                List.of(new Pause(at("2021-10-08T09:00"), at("2021-10-08T11:00"))),
                List.of());
        assertThat(why(Locale.CHINA, deadline))
                .containsExactly(
                        "9月29日 周三 10:00 起算，时限 3 个工作日",
                        "9月29日 周三 为起算当日，不计",
                        "9月30日 周四 第 1 个工作日",
                        "10月1日–7日 国庆节，不计",
                        "10月8日 周五 第 2 个工作日",
                        "10月9日 周六（调休上班）第 3 个工作日",
                        "不计暂停，至 10月9日 周六（调休上班）17:30",
                        "10月8日 周五 09:00 至 10月8日 周五 11:00 暂停计时，其间工作时间 2 小时，顺延至 10月11日 周一 11:00",
                        "到期：10月11日 周一 11:00");
    }

    @Test
    void extensions_are_told_after_the_limit_in_english() {
        Deadline deadline = CALENDAR.dueWith(
                at("2021-09-30T10:00"), Limit.workingDays(1), List.of(), List.of(Limit.workingDays(1)));
        assertThat(why(Locale.ENGLISH, deadline))
                .containsExactly(
                        "Starts Thu 30 Sep 10:00, limit 1 working day",
                        "Thu 30 Sep is the day of the start and does not count",
                        "Fri 1 Oct – Thu 7 Oct: National Day, not counted",
                        "Fri 8 Oct: working day 1",
                        "Extended by 1 working day",
                        "Sat 9 Oct (make-up working day): working day 1",
                        "Due Sat 9 Oct (make-up working day) 17:30");
    }

    @Test
    void natural_days_end_at_24_00_of_their_last_day() {
        assertThat(why(Locale.CHINA, deadline("2021-11-05T17:00", Limit.days(4))))
                .containsExactly(
                        "11月5日 周五 17:00 起算，时限 4 天",
                        "11月5日 周五 为起算当日，不计",
                        "11月6日–9日 计 4 天，周末和节假日照计",
                        "到期：11月9日 周二 24:00");
    }

    @Test
    void a_long_way_is_told_by_its_beginning_and_its_end() {
        List<String> lines = why(Locale.CHINA, deadline("2021-01-04T10:00", Limit.workingDays(200)));
        assertThat(lines).hasSizeLessThan(32).contains("……（中间各日依此类推）");
        assertThat(lines.get(lines.size() - 2)).endsWith("个工作日");
    }

    @Test
    void due_times_are_said_with_the_time_that_remains() {
        Deadline deadline = deadline("2021-09-30T10:00", Limit.workingDays(2));
        TimeWords zh = CALENDAR.words(Locale.CHINA);
        assertThat(zh.before(deadline.dueAt())).isEqualTo("10月9日 周六（调休上班）17:30 前");
        assertThat(zh.remaining(at("2021-10-09T15:20"), deadline)).isEqualTo("剩余 2 小时 10 分钟（工作时间）");
        assertThat(zh.remaining(at("2021-10-11T09:30"), deadline)).isEqualTo("已超时 30 分钟（工作时间）");
        TimeWords en = CALENDAR.words(Locale.ENGLISH);
        assertThat(en.before(deadline.dueAt())).isEqualTo("by Sat 9 Oct (make-up working day) 17:30");
        assertThat(en.remaining(at("2021-10-09T15:20"), deadline)).isEqualTo("2 h 10 min of working time left");
    }

    @Test
    void natural_time_that_remains_is_not_called_working_time() {
        Deadline deadline = deadline("2021-11-06T10:00", Limit.hours(2));
        assertThat(CALENDAR.words(Locale.CHINA).remaining(at("2021-11-06T10:30"), deadline))
                .isEqualTo("剩余 1 小时 30 分钟");
    }
}
