package org.yiwang.alarms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;

/** Reads durations such as {@code {amount: 5, unit: minutes}}. */
final class ReadDuration {
    private static final int AMOUNT_MAX = 10_000;
    private static final Map<String, Long> UNITS = units();

    private ReadDuration() {}

    /** In milliseconds; empty where it is not given. */
    static Optional<Long> of(MappingReader read, String key, Faults faults) {
        return read.node(key).map(node -> of(node, faults));
    }

    static long of(Node node, Faults faults) {
        MappingReader read = new MappingReader(node, faults, "amount", "unit");
        read.required("amount");
        long amount = read.whole("amount", 0, AMOUNT_MAX).orElse(0);
        return amount * UNITS.getOrDefault(read.oneOf("unit", List.copyOf(UNITS.keySet())), 1L);
    }

    private static Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("seconds", 1_000L);
        units.put("minutes", 60_000L);
        units.put("hours", 3_600_000L);
        units.put("days", 86_400_000L);
        return units;
    }
}
