package org.yiwang.alarms.engine;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A device as the register has it.
 *
 * @param id the same for ever, unlike any other device's anywhere
 * @param kind whose rules apply, see {@link KindRules#kind}
 * @param parent the device without which this one cannot be heard; null where it speaks for itself
 * @param mode what is expected of it
 * @param fields what the register says of it, for conditions: texts, numbers as {@code Double}, truth values
 */
public record Device(String id, String kind, @Nullable String parent, Mode mode, SortedMap<String, Object> fields) {
    public enum Mode {
        IN_USE,
        /** Somebody works on it: it alarms nobody. */
        MAINTENANCE,
        /** Gone: what it had is forgotten. */
        GONE
    }

    public Device {
        fields = new TreeMap<>(fields);
    }

    public Device in(Mode other) {
        return new Device(id, kind, parent, other, fields);
    }

    /** The same, of which the register says this. */
    public Device with(SortedMap<String, Object> others) {
        return new Device(id, kind, parent, mode, others);
    }
}
