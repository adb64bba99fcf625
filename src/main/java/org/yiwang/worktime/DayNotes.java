package org.yiwang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.worktime.DayNote.Run;

/** Goes through the days between two instants and notes what each contributes. */
final class DayNotes {
    private final WorkCalendar calendar;
    private final TimeWords words;
    private final List<Run> runs = new ArrayList<>();

    DayNotes(WorkCalendar calendar, TimeWords words) {
        this.calendar = calendar;
        this.words = words;
    }

    /** For a limit in working minutes or hours. Seconds are left out, so that the pieces told add up to the limit. */
    List<Run> hours(Instant exactStart, Instant exactDue) {
        Instant start = exactStart.truncatedTo(ChronoUnit.MINUTES);
        Instant due = exactDue.truncatedTo(ChronoUnit.MINUTES);
        LocalDate last = WorkCalendar.date(calendar.lastWorked(due));
        for (LocalDate day = WorkCalendar.date(start); !day.isAfter(last); day = day.plusDays(1)) {
            note(day, hoursOf(day, start, due));
        }
        return runs;
    }

    /** For a limit in working days: the days after the first. */
    List<Run> days(Instant start, Instant due) {
        LocalDate last = WorkCalendar.date(due.minusNanos(1));
        for (LocalDate day = WorkCalendar.date(start).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            note(day, calendar.works(day) ? new DayNote.Numbered(isMakeUp(day)) : idle(day));
        }
        return runs;
    }

    private void note(LocalDate day, DayNote note) {
        boolean continued = !runs.isEmpty() && runs.getLast().continuesWith(note);
        runs.add(continued ? runs.removeLast().until(day) : new Run(day, day, note));
    }

    private DayNote hoursOf(LocalDate day, Instant start, Instant due) {
        if (!calendar.works(day)) return idle(day);
        Instant from = later(start, WorkCalendar.midnight(day));
        Instant to = earlier(due, WorkCalendar.midnight(day.plusDays(1)));
        Duration counted = calendar.between(from, to);
        if (counted.isZero()) return new DayNote.Idle(words.pick("当日工作时间已过", "office hours are over"));
        if (counted.toSeconds() == calendar.hours().seconds()) return new DayNote.Whole(isMakeUp(day));
        boolean rest = from.equals(start) && due.isAfter(to);
        return new DayNote.Part(rest ? rest(counted) : pieces(day, from, to), counted);
    }

    private String rest(Duration counted) {
        return words.pick("当日剩余工作时间 ", "working time left on that day: ") + words.duration(counted);
    }

    private String pieces(LocalDate day, Instant from, Instant to) {
        List<String> pieces = new ArrayList<>();
        DayHours hours = calendar.hours();
        for (int shift = 0; shift < hours.shifts(); shift++) {
            Instant opens = later(from, WorkCalendar.midnight(day).plusSeconds(hours.opening(shift)));
            Instant closes = earlier(to, WorkCalendar.midnight(day).plusSeconds(hours.closing(shift)));
            if (opens.isBefore(closes)) pieces.add(piece(opens, closes));
        }
        return String.join(words.pick("，", ", "), pieces);
    }

    private String piece(Instant from, Instant to) {
        String span = time(from) + "–" + time(to);
        String length = words.duration(Duration.between(from, to));
        return words.pick(span + " 计 " + length, span + " counts " + length);
    }

    private String time(Instant at) {
        return words.time(LocalTime.ofInstant(at, WorkCalendar.ZONE));
    }

    private DayNote idle(LocalDate day) {
        String holiday = calendar.holidayName(day, words.locale());
        return new DayNote.Idle(holiday == null ? words.pick("周末", "weekend") : holiday);
    }

    private boolean isMakeUp(LocalDate day) {
        return calendar.kind(day) == DayKind.MAKE_UP;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
