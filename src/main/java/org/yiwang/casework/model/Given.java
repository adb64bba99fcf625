package org.yiwang.casework.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.yiwang.worktime.Limit;

/**
 * Limits that came with a matter from whoever sent it. They bind before those of the dispatch table and of the category.
 *
 * @param limits of the first handling
 * @param again that go before {@code limits} once the case was opened again
 */
public record Given(Map<ClockName, Limit> limits, Map<ClockName, Limit> again) {

    /** In the order of the clocks, because the chain of a case is made over the words of its events. */
    public Given {
        limits = ordered(limits);
        again = ordered(again);
    }

    private static Map<ClockName, Limit> ordered(Map<ClockName, Limit> limits) {
        return limits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(limits));
    }

    Optional<Limit> limit(ClockName clock, boolean isAgain) {
        Limit second = isAgain ? again.get(clock) : null;
        return Optional.ofNullable(second == null ? limits.get(clock) : second);
    }
}
