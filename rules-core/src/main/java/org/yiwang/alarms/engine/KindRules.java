package org.yiwang.alarms.engine;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.rules.Type;

/**
 * All that is said about one kind of device, of one version.
 *
 * @param kind its name, unlike any other's anywhere
 * @param channels what its messages carry, by name
 * @param fields what the register says of such a device, by name
 * @param heartbeats kinds of messages that are sent at once or never, so that their time shows whether the device's clock is right
 * @param heartbeatMillis how often at least one is sent; 0 where that is not known
 * @param reorderMillis how long a message waits for earlier ones; 0 where order is kept
 * @param lateMillis what a message may be behind; later ones are kept as history and open nothing unless the rule says so
 * @param zoneSeconds what local time is ahead of UTC
 */
public record KindRules(
        String kind,
        long version,
        SortedMap<String, Type> channels,
        SortedMap<String, Type> fields,
        Set<String> heartbeats,
        long heartbeatMillis,
        long reorderMillis,
        long lateMillis,
        int zoneSeconds,
        List<RuleSpec> rules) {
    public KindRules {
        channels = new TreeMap<>(channels);
        fields = new TreeMap<>(fields);
        heartbeats = Set.copyOf(heartbeats);
        rules = List.copyOf(rules);
    }

    /** @param other the fields that its conditions use */
    public KindRules speakingOf(SortedMap<String, Type> other) {
        return new KindRules(
                kind,
                version,
                channels,
                other,
                heartbeats,
                heartbeatMillis,
                reorderMillis,
                lateMillis,
                zoneSeconds,
                rules);
    }

    public KindRules with(List<RuleSpec> other) {
        return new KindRules(
                kind,
                version,
                channels,
                fields,
                heartbeats,
                heartbeatMillis,
                reorderMillis,
                lateMillis,
                zoneSeconds,
                other);
    }
}
