package org.yiwang.worktime;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Why a limit ends when it ends, line by line, as a resident would want it read out.
 *
 * @param lines from the start to the due time, in the language asked for
 */
public record Explanation(List<String> lines, Instant dueAt) {
    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Explains {@link WorkCalendar#due} for the same arguments. */
    public static Explanation of(
            WorkCalendar calendar, Instant start, List<Limit> limits, List<Pause> pauses, Locale locale) {
        List<Limit> extensions = limits.subList(1, limits.size());
        return calendar.explain(calendar.dueWith(start, limits.getFirst(), pauses, extensions), locale);
    }
}
