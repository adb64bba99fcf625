package org.yiwang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days, times and durations as people say them: “10月9日 周六（调休上班）17:30 前”. Chinese unless English is asked for. */
public final class TimeWords {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final WorkCalendar calendar;
    private final Locale locale;

    TimeWords(WorkCalendar calendar, Locale locale) {
        this.calendar = calendar;
        this.locale = locale;
    }

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    Locale locale() {
        return locale;
    }

    String pick(String zh, String en) {
        return isEnglish(locale) ? en : zh;
    }

    /** Such as “11月5日 周五 17:00”. */
    public String moment(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, WorkCalendar.ZONE);
        return dated(local.toLocalDate(), TIME.format(local));
    }

    /** As {@link #moment}, but midnight is the end of a day and not the beginning of the next: “11月9日 周二 24:00”. */
    public String end(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, WorkCalendar.ZONE);
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? dated(local.toLocalDate().minusDays(1), "24:00") : moment(at);
    }

    /** Such as “10月9日 周六（调休上班）17:30 前”, “by Sat 9 Oct (make-up working day) 17:30”. */
    public String before(Instant due) {
        return pick(end(due) + " 前", "by " + end(due));
    }

    /** Such as “剩余 2 小时 10 分钟（工作时间）” or “已超时 30 分钟（工作时间）”, in the kind of time that the limit counts. */
    public String remaining(Instant now, Deadline deadline) {
        Duration left = calendar.remaining(now, deadline);
        String length = duration(left.abs()) + (deadline.isWorking() ? pick("（工作时间）", " of working time") : "");
        return deadline.isLate(now) ? pick("已超时 " + length, length + " late") : pick("剩余 " + length, length + " left");
    }

    /** Such as “3 小时 30 分钟”; parts of a minute are left out. */
    public String duration(Duration length) {
        long minutes = length.toMinutes();
        String rest = minutes % 60 + pick(" 分钟", " min");
        if (minutes < 60) return rest;
        String hours = minutes / 60 + pick(" 小时", " h");
        return minutes % 60 == 0 ? hours : hours + " " + rest;
    }

    String time(LocalTime time) {
        return TIME.format(time);
    }

    String day(LocalDate day) {
        return isMakeUp(day) ? plain(day) + pick("（调休上班）", " (make-up working day)") : plain(day);
    }

    String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) return day(first);
        return pick(ZH.format(first) + "–" + zhEnd(first, last), plain(first) + " – " + plain(last));
    }

    /** A day as the beginning of a sentence; the bracket of a make-up day needs no space after it. */
    String lead(LocalDate first, LocalDate last) {
        String days = days(first, last);
        return days.endsWith("）") ? days : days + " ";
    }

    private String dated(LocalDate day, String time) {
        return lead(day, day) + time;
    }

    private static String zhEnd(LocalDate first, LocalDate last) {
        Month month = first.getMonth();
        return last.getMonth() == month ? last.getDayOfMonth() + "日" : ZH.format(last);
    }

    private String plain(LocalDate day) {
        if (isEnglish(locale)) return EN.format(day);
        return ZH.format(day) + " " + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }

    private boolean isMakeUp(LocalDate day) {
        return calendar.knows(day) && calendar.kind(day) == DayKind.MAKE_UP;
    }
}
