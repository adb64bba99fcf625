package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.Device.Mode;

/** A log written by hand; times in seconds since {@link #BEGIN}, a Monday at 08:00 in Shanghai. */
final class Tape {
    /** 2021-03-01T00:00:00Z. */
    static final long BEGIN = 1_614_556_800_000L;

    record Line(Stamp stamp, Entry entry) {}

    final List<Line> lines = new ArrayList<>();

    static long at(double seconds) {
        return BEGIN + Math.round(seconds * 1000);
    }

    Tape rules(Rules rules) {
        return add(0, new Entry.RulesSet(rules.spec()));
    }

    Tape rules(double seconds, Rules rules) {
        return add(seconds, new Entry.RulesSet(rules.spec()));
    }

    Tape device(String id, String kind) {
        return device(0, id, id, kind, null, Mode.IN_USE);
    }

    Tape device(double seconds, String family, String id, String kind, @Nullable String parent, Mode mode) {
        return add(
                seconds,
                new Entry.DeviceSet(family, new Device(id, kind, parent, mode, new TreeMap<>(Map.of("floors", 18.0)))));
    }

    Tape say(double seconds, String device, String message) {
        return say(seconds, device, device, message, Map.of());
    }

    Tape say(double seconds, String device, String message, Map<String, Object> values) {
        return say(seconds, device, device, message, values);
    }

    Tape say(double seconds, String family, String device, String message, Map<String, Object> values) {
        return add(
                seconds, new Entry.Message(family, device, message, OptionalLong.empty(), null, new TreeMap<>(values)));
    }

    /** Heard at {@code seconds}, said by the device to be of {@code own}. */
    Tape told(double seconds, double own, String device, String message, Map<String, Object> values) {
        return add(
                seconds,
                new Entry.Message(device, device, message, OptionalLong.of(at(own)), null, new TreeMap<>(values)));
    }

    Tape add(double seconds, Entry entry) {
        lines.add(new Line(new Stamp(3, lines.size() * 10L, at(seconds)), entry));
        return this;
    }

    /** Everything until then, in words such as {@code 12.0 lift-1 ebike RAISED MAJOR condition}. */
    List<String> until(double seconds) {
        return outputs(seconds).stream().map(Tape::words).toList();
    }

    List<Output> outputs(double seconds) {
        List<Output> outputs = new ArrayList<>();
        Shard shard = new Shard(3);
        for (Line line : lines) shard.take(line.stamp(), line.entry(), outputs::add);
        shard.until(at(seconds), outputs::add);
        return outputs;
    }

    static String words(Output output) {
        return (output.at() - BEGIN) / 1000.0 + " " + output.device() + " " + output.rule() + " " + output.what() + " "
                + output.severity() + " " + output.cause();
    }
}
