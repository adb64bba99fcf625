package org.yiwang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.worktime.DayNote.Run;

/** Writes an explanation: the start, what each stretch of days contributes, the extensions, the pauses, the due time. */
final class ExplanationWriter {
    /** A longer way is told by its beginning and its end. */
    private static final int RUNS_TOLD_MAX = 24;

    private static final int RUNS_TOLD_AT_THE_END = 6;

    private final WorkCalendar calendar;
    private final TimeWords words;
    private final List<String> lines = new ArrayList<>();

    ExplanationWriter(WorkCalendar calendar, TimeWords words) {
        this.calendar = calendar;
        this.words = words;
    }

    Explanation write(Deadline deadline) {
        Instant start = deadline.start();
        line(
                words.moment(start) + " 起算，时限 " + limit(deadline.limit()),
                "Starts " + words.moment(start) + ", limit " + limit(deadline.limit()));
        Instant due = walk(start, start, deadline.limit());
        for (Limit extension : deadline.extensions()) {
            line("批准延期 " + limit(extension), "Extended by " + limit(extension));
            due = walk(start, due, extension);
        }
        due = pauses(deadline, due);
        provisional(start, due);
        line("到期：" + words.end(due), "Due " + words.end(due));
        return new Explanation(lines, due);
    }

    private Instant walk(Instant start, Instant from, Limit limit) {
        Instant due = calendar.extended(start, from, limit);
        if (limit.amount() == 0) return due;
        Instant dayOf = from.isAfter(start) ? from.minusNanos(1) : from;
        switch (limit.unit()) {
            case WORKING_MINUTES, WORKING_HOURS -> tell(new DayNotes(calendar, words).hours(from, due));
            case WORKING_DAYS -> {
                uncounted(start, from);
                tell(new DayNotes(calendar, words).days(dayOf, due));
            }
            case MINUTES, HOURS -> line("按自然时间连续计算，夜间和节假日照计", "Runs on without a break, at night and on holidays too");
            case DAYS -> {
                uncounted(start, from);
                LocalDate first = WorkCalendar.date(dayOf).plusDays(1);
                LocalDate last = WorkCalendar.date(due.minusNanos(1));
                line(
                        words.lead(first, last) + "计 " + limit(limit) + "，周末和节假日照计",
                        words.days(first, last) + ": " + limit(limit) + ", weekends and holidays included");
            }
        }
        return due;
    }

    private void uncounted(Instant start, Instant from) {
        if (from.isAfter(start)) return;
        LocalDate day = WorkCalendar.date(start);
        line(words.lead(day, day) + "为起算当日，不计", words.day(day) + " is the day of the start and does not count");
    }

    private void tell(List<Run> runs) {
        int number = 0;
        int skippedTo = runs.size() > RUNS_TOLD_MAX ? runs.size() - RUNS_TOLD_AT_THE_END : 0;
        for (int index = 0; index < runs.size(); index++) {
            Run run = runs.get(index);
            boolean skipped = index >= RUNS_TOLD_MAX - RUNS_TOLD_AT_THE_END && index < skippedTo;
            if (!skipped) tell(run, number);
            else if (index == skippedTo - 1) line("……（中间各日依此类推）", "… (the days between likewise)");
            if (run.note() instanceof DayNote.Numbered) number += run.days();
        }
    }

    private void tell(Run run, int before) {
        String zh = words.lead(run.first(), run.last());
        String en = words.days(run.first(), run.last()) + ": ";
        switch (run.note()) {
            case DayNote.Idle(String why) -> line(zh + why + "，不计", en + why + ", not counted");
            case DayNote.Part(String pieces, Duration counted) -> line(zh + pieces, en + pieces);
            case DayNote.Whole whole -> line(zh + whole(run.days()), en + whole(run.days()));
            case DayNote.Numbered numbered -> {
                String span = run.days() == 1 ? "" + (before + 1) : (before + 1) + "–" + (before + run.days());
                line(zh + "第 " + span + " 个工作日", en + (run.days() == 1 ? "working day " : "working days ") + span);
            }
        }
    }

    private String whole(int days) {
        Duration each = Duration.ofSeconds(calendar.hours().seconds());
        if (days == 1) return words.pick("全天计 ", "the whole day counts ") + words.duration(each);
        String sum = words.duration(each.multipliedBy(days));
        return words.pick(
                "%d 个工作日，每日 %s，计 %s".formatted(days, words.duration(each), sum),
                "%d working days of %s count %s".formatted(days, words.duration(each), sum));
    }

    private Instant pauses(Deadline deadline, Instant unpaused) {
        List<Pause> pauses = Pause.merged(deadline.pauses(), deadline.start());
        if (pauses.isEmpty() || !pauses.getFirst().from().isBefore(unpaused)) return unpaused;
        line("不计暂停，至 " + words.end(unpaused), "Without pauses until " + words.end(unpaused));
        Instant due = unpaused;
        for (Pause pause : pauses) {
            if (!pause.from().isBefore(due)) break;
            due = calendar.moved(due, pause, deadline.isWorking());
            pause(pause, paused(pause, deadline.isWorking()), deadline.isWorking(), due);
        }
        return due;
    }

    private Duration paused(Pause pause, boolean working) {
        return working ? calendar.between(pause.from(), pause.to()) : Duration.between(pause.from(), pause.to());
    }

    private void pause(Pause pause, Duration length, boolean working, Instant due) {
        String zh = words.moment(pause.from()) + " 至 " + words.moment(pause.to()) + " 暂停计时，";
        String en = words.moment(pause.from()) + " to " + words.moment(pause.to()) + ": paused, ";
        String amount = words.duration(length);
        if (length.isZero()) line(zh + "其间无工作时间，不顺延", en + "no working time in it, so nothing moves");
        else
            line(
                    zh + (working ? "其间工作时间 " : "共 ") + amount + "，顺延至 " + words.end(due),
                    en + amount + (working ? " of working time" : "") + ", moved on to " + words.end(due));
    }

    private void provisional(Instant start, Instant due) {
        LocalDate last = WorkCalendar.date(due.minusNanos(1));
        for (int year = WorkCalendar.date(start).getYear(); year <= last.getYear(); year++) {
            if (!calendar.isProvisional(LocalDate.of(year, 1, 1))) continue;
            line(
                    "%d年放假安排为暂定，正式通知公布后到期时间可能变化".formatted(year),
                    "The holidays of %d are provisional; the due time may change once the notice is out"
                            .formatted(year));
        }
    }

    private String limit(Limit limit) {
        return limit.words(words.locale());
    }

    private void line(String zh, String en) {
        lines.add(words.pick(zh, en));
    }
}
