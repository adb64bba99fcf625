package org.yiwang.casework.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/**
 * What the dispatch table of its type says of a case: the first line that fits, as it was written then.
 *
 * @param assist units that take part beside the lead
 * @param limits that go before those of the category, however the desk has changed these
 */
public record Ruling(
        Source source,
        @Nullable UnitId lead,
        List<UnitId> assist,
        Map<ClockName, Limit> limits,
        @Nullable Urgency urgency,
        @Nullable Note note) {

    /** Limits stand in the order of the clocks, whatever order they were read in: the chain of a case is made over the words of its events. */
    public Ruling {
        limits = limits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(limits));
    }

    /** What the table tells those who dispatch. */
    public record Note(String zh, String en) {}

    /**
     * Where the line stands.
     *
     * @param zh name of the package
     * @param version as its makers count, such as 1.2
     * @param line in {@code file}
     */
    public record Source(String zh, String en, String version, String file, int line) {}

    Optional<Limit> limit(ClockName clock) {
        return Optional.ofNullable(limits.get(clock));
    }
}
