package org.yiwang.alarms.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.engine.Shard;
import org.yiwang.alarms.engine.Stamp;

/**
 * One partition of the log as some rules would have read it: always the same ones, whatever the log says of rules. Begins with knowing the devices and nothing of what
 * they said before.
 */
public final class RulesTrial {
    private final Map<String, KindRules> rules = new TreeMap<>();
    private final Map<String, SortedMap<String, Object>> registers;
    private final Map<String, String> kinds = new HashMap<>();
    private final Shard shard;
    private final Map<String, Open> alarms = new LinkedHashMap<>();

    private static final class Open {
        private final String kind;
        private final Output raised;
        private final List<String> asked = new ArrayList<>();
        private Severity worst;
        private long endedAt = Long.MAX_VALUE;

        Open(String kind, Output raised) {
            this.kind = kind;
            this.raised = raised;
            worst = raised.severity();
        }

        void follow(Output output) {
            for (Order order : output.asked()) asked.add(order.name());
            if (output.severity().compareTo(worst) > 0) worst = output.severity();
            if (output.what() == Output.What.CLEARED) endedAt = output.at();
        }

        TrialAlarm alarm() {
            return new TrialAlarm(
                    kind, raised.device(), raised.rule(), raised.part(), raised.at(), endedAt, worst, asked);
        }
    }

    /**
     * @param rules one set for each kind of device
     * @param registers what registers say of devices today, by device: rules may ask for what nobody asked for before, so the log does not tell it
     * @param begin before the first entry that will be read
     */
    public RulesTrial(
            int partition,
            Collection<KindRules> rules,
            Map<String, SortedMap<String, Object>> registers,
            Collection<Entry.DeviceSet> devices,
            Stamp begin) {
        this.registers = registers;
        shard = new Shard(partition);
        for (KindRules one : rules) {
            this.rules.put(one.kind(), one);
            shard.take(begin, new Entry.RulesSet(one), this::hear);
        }
        devices.forEach(device -> take(begin, device));
    }

    /** Reads the next entry. */
    public void take(Stamp stamp, Entry entry) {
        switch (entry) {
            case Entry.RulesSet set -> shard.until(stamp.at(), this::hear);
            case Entry.DeviceSet set -> shard.take(stamp, asRegistered(set), this::hear);
            default -> shard.take(stamp, entry, this::hear);
        }
    }

    /** What came of it until then. */
    public List<TrialAlarm> alarms(long until) {
        shard.until(until, this::hear);
        return alarms.values().stream().map(Open::alarm).toList();
    }

    private Entry asRegistered(Entry.DeviceSet set) {
        Device device = set.device();
        kinds.put(device.id(), device.kind());
        KindRules own = rules.get(device.kind());
        SortedMap<String, Object> fields = new TreeMap<>(registers.getOrDefault(device.id(), device.fields()));
        if (own != null) fields.keySet().retainAll(own.fields().keySet());
        return new Entry.DeviceSet(set.family(), device.with(fields));
    }

    private void hear(Output output) {
        if (output.what() == Output.What.RAISED)
            alarms.put(output.episodeId(), new Open(kinds.getOrDefault(output.device(), ""), output));
        Open open = alarms.get(output.episodeId());
        if (open != null) open.follow(output);
    }
}
