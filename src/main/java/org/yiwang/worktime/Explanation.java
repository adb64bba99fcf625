package org.yiwang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a limit ends when it ends, line by line, as a resident would want it read out.
 *
 * @param lines from the start to the due time, in the language asked for
 */
public record Explanation(List<String> lines, Instant dueAt) {
    private static final int DAYS_SHOWN_MAX = 40;

    /** Explains {@link WorkCalendar#due} for the same arguments. */
    public static Explanation of(
            WorkCalendar calendar, Instant start, List<Limit> limits, List<Pause> pauses, Locale locale) {
        return new Writer(calendar, locale).write(start, limits, pauses);
    }

    private static final class Writer {
        private final WorkCalendar calendar;
        private final Locale locale;
        private final DateWords words;
        private final List<String> lines = new ArrayList<>();

        Writer(WorkCalendar calendar, Locale locale) {
            this.calendar = calendar;
            this.locale = locale;
            this.words = new DateWords(calendar, locale);
        }

        Explanation write(Instant start, List<Limit> limits, List<Pause> pauses) {
            lines.add(words.moment(start)
                    + words.pick(" 起算,时限", ": the clock starts; limit ")
                    + limits.getFirst().words(locale));
            Instant due = start;
            for (Limit limit : limits) {
                if (!due.equals(start)) lines.add(words.pick("批准延期", "Extended by ") + limit.words(locale));
                due = walk(due, limit);
            }
            due = addPauses(due, limits.getFirst(), pauses);
            noticeMissing(due);
            lines.add(words.pick("到期:", "Due: ") + words.moment(due));
            return new Explanation(List.copyOf(lines), due);
        }

        private Instant walk(Instant start, Limit limit) {
            Instant due = calendar.add(start, limit);
            switch (limit.unit()) {
                case WORKING_MINUTES, WORKING_HOURS -> hours(start, due);
                case WORKING_DAYS -> days(start, due);
                case MINUTES, HOURS -> lines.add(words.pick("按自然时间连续计算", "Counted without a break, day and night"));
                case DAYS -> lines.add(words.pick("起算当日不计,按自然日计算", "The first day is not counted; every later day is"));
            }
            return due;
        }

        private void hours(Instant start, Instant due) {
            LocalDate first = LocalDate.ofInstant(start, WorkCalendar.ZONE);
            LocalDate last = LocalDate.ofInstant(due, WorkCalendar.ZONE);
            LocalDate idleFrom = null;
            for (LocalDate day = first; !day.isAfter(last) && lines.size() < DAYS_SHOWN_MAX; day = day.plusDays(1)) {
                Duration counted =
                        calendar.between(later(start, midnight(day)), earlier(due, midnight(day.plusDays(1))));
                if (counted.isZero()) {
                    if (idleFrom == null) idleFrom = day;
                    continue;
                }
                idle(idleFrom, day);
                idleFrom = null;
                lines.add(words.day(day)
                        + words.pick(" 计", ": ")
                        + words.duration(counted)
                        + words.pick("(工作时间)", " of office hours"));
            }
        }

        private void days(Instant start, Instant due) {
            LocalDate first = LocalDate.ofInstant(start, WorkCalendar.ZONE);
            LocalDate last = LocalDate.ofInstant(due, WorkCalendar.ZONE);
            lines.add(words.day(first) + words.pick(" 为起算当日,不计", " is the first day and is not counted"));
            int number = 0;
            LocalDate idleFrom = null;
            for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                if (!calendar.kind(day).isWorking()) {
                    if (idleFrom == null) idleFrom = day;
                    continue;
                }
                idle(idleFrom, day);
                idleFrom = null;
                number++;
                if (lines.size() < DAYS_SHOWN_MAX || day.equals(last)) {
                    lines.add(words.day(day)
                            + words.pick(" 第%d个工作日".formatted(number), ": working day %d".formatted(number)));
                }
            }
        }

        private void idle(@Nullable LocalDate from, LocalDate until) {
            if (from == null) return;
            LocalDate to = until.minusDays(1);
            List<String> names = from.datesUntil(until)
                    .map(calendar::holidayName)
                    .filter(Objects::nonNull)
                    .map(name -> words.pick(name.getFirst(), name.getLast()))
                    .distinct()
                    .toList();
            String why = names.isEmpty() ? words.pick("非工作时间", "outside office hours") : String.join("、", names);
            if (names.isEmpty()
                    && from.datesUntil(until)
                            .noneMatch(day -> calendar.kind(day).isWorking())) {
                why = words.pick("周末", "weekend");
            }
            lines.add(words.days(from, to) + words.pick(" %s,不计".formatted(why), ": %s, not counted".formatted(why)));
        }

        private Instant addPauses(Instant unpaused, Limit first, List<Pause> pauses) {
            Instant due = unpaused;
            for (Pause pause : pauses) {
                if (!pause.from().isBefore(due)) continue;
                Duration length = first.unit().isWorking()
                        ? calendar.between(pause.from(), pause.to())
                        : Duration.between(pause.from(), pause.to());
                lines.add(words.moment(pause.from())
                        + words.pick("至", " to ")
                        + words.moment(pause.to())
                        + words.pick(" 暂停计时,顺延", ": paused, moved on by ")
                        + words.duration(length));
                due = first.unit().isWorking() ? calendar.addWorkingSeconds(due, length.toSeconds()) : due.plus(length);
            }
            return due;
        }

        private void noticeMissing(Instant due) {
            int year = LocalDate.ofInstant(due, WorkCalendar.ZONE).getYear();
            if (calendar.notice(year) == null) {
                lines.add(words.pick(
                        "%d年放假安排尚未公布,暂按周末推算".formatted(year),
                        "The holidays of %d are not published yet; weekends alone are left out".formatted(year)));
            }
        }

        private static Instant midnight(LocalDate day) {
            return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
        }

        private static Instant later(Instant a, Instant b) {
            return a.isAfter(b) ? a : b;
        }

        private static Instant earlier(Instant a, Instant b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
