package org.yiwang.alarms.engine;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One entry of the log, as it bears on alarms. */
public sealed interface Entry {

    /** An entry of one family: a device and all that hang on it, whose entries share a partition. */
    sealed interface OfFamily extends Entry {
        String family();
    }

    /**
     * A device said something.
     *
     * @param kind of the message
     * @param time the device's own, in milliseconds since 1970, if it tells one: data, and no clock
     * @param id the message's own, if it has one
     * @param values by channel: {@code String}, {@code Double}, {@code Boolean}
     */
    record Message(
            String family,
            String device,
            String kind,
            OptionalLong time,
            @Nullable String id,
            SortedMap<String, Object> values)
            implements OfFamily {
        public Message {
            values = new TreeMap<>(values);
        }
    }

    /** A device is new, or the register says something else about it. */
    record DeviceSet(String family, Device device) implements OfFamily {}

    /** A person ended an alarm by hand; if its cause comes again, that is a new one. */
    record Ended(String family, String device, String rule, long episode) implements OfFamily {}

    /** The rules of a kind are these from here on. */
    record RulesSet(KindRules rules) implements Entry {}

    /**
     * Nobody could be heard for a while, which is no device's fault.
     *
     * @param from when that began; the entry stands where it ended
     */
    record Outage(long from) implements Entry {}
}
