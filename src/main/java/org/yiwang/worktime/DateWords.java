package org.yiwang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days and durations in the words people use: “10月9日 周六(调休上班)17:30”. */
final class DateWords {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final WorkCalendar calendar;
    private final boolean english;

    DateWords(WorkCalendar calendar, Locale locale) {
        this.calendar = calendar;
        this.english = locale.getLanguage().equals("en");
    }

    String pick(String zh, String en) {
        return english ? en : zh;
    }

    String moment(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, WorkCalendar.ZONE);
        return day(local.toLocalDate()) + " " + TIME.format(local);
    }

    String time(Instant at) {
        return TIME.format(LocalDateTime.ofInstant(at, WorkCalendar.ZONE));
    }

    String day(LocalDate day) {
        String plain = english
                ? EN.format(day)
                : ZH.format(day) + " " + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
        return calendar.kind(day) == DayKind.MAKE_UP ? plain + pick("(调休上班)", " (make-up working day)") : plain;
    }

    String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : day(first) + pick("至", " to ") + day(last);
    }

    String duration(Duration length) {
        long minutes = length.toMinutes();
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) return pick(rest + "分钟", rest + " min");
        if (rest == 0) return pick(hours + "小时", hours + " h");
        return pick(hours + "小时" + rest + "分", hours + " h " + rest + " min");
    }
}
