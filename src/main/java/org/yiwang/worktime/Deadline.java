package org.yiwang.worktime;

import java.time.Instant;
import java.util.List;

/**
 * A limit that runs, with all that moved its end.
 *
 * @param pauses as they happened; they may overlap
 * @param extensions in the order in which they were granted
 * @param dueAt the end, as {@link WorkCalendar#dueWith} reckons it
 */
public record Deadline(Instant start, Limit limit, List<Pause> pauses, List<Limit> extensions, Instant dueAt) {
    public Deadline {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** Late is past the due time; at the due time itself it is still kept. */
    public boolean isLate(Instant now) {
        return now.isAfter(dueAt);
    }

    /** Whether the limit counts working time. */
    public boolean isWorking() {
        return limit.unit().isWorking();
    }
}
