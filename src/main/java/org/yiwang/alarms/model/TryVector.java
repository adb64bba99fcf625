package org.yiwang.alarms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.Shard;
import org.yiwang.alarms.engine.Stamp;
import org.yiwang.alarms.model.Vector.Expected;

/** Plays an example through the engine itself. */
public final class TryVector {
    /** 2021-03-01, a Monday, at midnight in Shanghai. */
    private static final long BEGIN = 1_614_528_000_000L;

    private static final String DEVICE = "example";

    private TryVector() {}

    /** What comes of it. */
    public static List<Expected> outcome(KindRules rules, Vector vector) {
        List<Output> outputs = new ArrayList<>();
        Shard shard = new Shard(0);
        long offset = 0;
        shard.take(at(offset++, 0), new Entry.RulesSet(rules), outputs::add);
        Device device = new Device(DEVICE, rules.kind(), null, Device.Mode.IN_USE, vector.device());
        shard.take(at(offset++, 0), new Entry.DeviceSet(DEVICE, device), outputs::add);
        for (Vector.Said said : vector.said())
            shard.take(
                    at(offset++, said.atMillis()),
                    new Entry.Message(DEVICE, DEVICE, said.message(), OptionalLong.empty(), null, said.values()),
                    outputs::add);
        shard.until(BEGIN + vector.untilMillis(), outputs::add);
        return outputs.stream()
                .map(one -> new Expected(one.at() - BEGIN, one.rule(), one.what(), one.severity()))
                .toList();
    }

    private static Stamp at(long offset, long millis) {
        return new Stamp(0, offset, BEGIN + millis);
    }
}
