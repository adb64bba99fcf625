package org.yiwang.alarms.model;

import java.util.List;
import org.yiwang.alarms.engine.Severity;

/**
 * An alarm as it went, or would have gone.
 *
 * @param kind of device
 * @param part of the device that it is about; empty where it is about the whole
 * @param raisedAt milliseconds since 1970
 * @param endedAt the same; {@code Long.MAX_VALUE} where it lasts
 * @param worst that it ever was
 * @param asked orders to the device, in the order in which they were asked
 */
public record TrialAlarm(
        String kind,
        String device,
        String rule,
        String part,
        long raisedAt,
        long endedAt,
        Severity worst,
        List<String> asked) {
    public TrialAlarm {
        asked = List.copyOf(asked);
    }

    /** What alarms must share to be the same one under other rules. */
    record Matter(String device, String rule, String part) {}

    Matter matter() {
        return new Matter(device, rule, part);
    }

    boolean isOver(TrialAlarm other) {
        return endedAt < other.raisedAt;
    }
}
