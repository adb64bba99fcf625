package org.yiwang.alarms.model;

import java.util.List;
import java.util.SortedMap;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.scenario.Spot;

/**
 * An example that a package gives of its rules, and that they are tried on whenever the package is checked. Times are milliseconds from the beginning of the example, which
 * is a Monday at midnight.
 *
 * @param device what the register says of the device
 * @param untilMillis how long to watch
 */
public record Vector(
        String name,
        Spot spot,
        SortedMap<String, Object> device,
        List<Said> said,
        List<Expected> expected,
        long untilMillis) {
    public record Said(long atMillis, String message, SortedMap<String, Object> values) {}

    public record Expected(long atMillis, String rule, Output.What what, Severity severity) {
        @Override
        public String toString() {
            return atMillis / 1000.0 + " " + rule + " " + what + " " + severity;
        }
    }
}
