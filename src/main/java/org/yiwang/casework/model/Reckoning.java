package org.yiwang.casework.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;

/** What due times are reckoned with: the working calendar and the ladder of supervision. */
public record Reckoning(WorkCalendar calendar, Map<ClockName, List<Rung>> ladder) {

    /**
     * One step of the ladder.
     *
     * @param after how long after the due time it is reached; zero means at the due time
     * @param level supervision level from then on, 1 (催办) to 5 (报领导)
     */
    public record Rung(Limit after, int level) {}

    Instant due(Instant start, List<Limit> limits, List<org.yiwang.worktime.Pause> pauses) {
        return calendar.due(start, limits, pauses);
    }

    /** When the next rung is reached; null when the ladder ends there. */
    @Nullable
    Instant fireAt(ClockName clock, Instant dueAt, int rungs) {
        List<Rung> steps = ladder.getOrDefault(clock, List.of());
        if (rungs >= steps.size()) return null;
        Limit after = steps.get(rungs).after();
        return after.amount() == 0 ? dueAt : calendar.due(dueAt, List.of(after), List.of());
    }
}
