package org.yiwang.sensing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;

/** Reads durations of packages, such as {@code {amount: 5, unit: minutes}}. */
public final class ReadDuration {
    private static final int AMOUNT_MAX = 10_000;
    private static final Map<String, Duration> UNITS = units();

    private ReadDuration() {}

    /**
     * Empty where it is not given.
     *
     * @param least the smallest amount that makes sense there; it stands in for one that is wrong
     */
    public static Optional<Duration> of(MappingReader read, String key, int least, Faults faults) {
        return read.node(key).map(node -> {
            MappingReader inner = new MappingReader(node, faults, "amount", "unit");
            inner.required("amount");
            int amount = inner.whole("amount", least, AMOUNT_MAX).orElse(least);
            String unit = inner.oneOf("unit", List.copyOf(UNITS.keySet()));
            return UNITS.getOrDefault(unit, Duration.ofSeconds(1)).multipliedBy(amount);
        });
    }

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("seconds", Duration.ofSeconds(1));
        units.put("minutes", Duration.ofMinutes(1));
        units.put("hours", Duration.ofHours(1));
        units.put("days", Duration.ofDays(1));
        return units;
    }
}
