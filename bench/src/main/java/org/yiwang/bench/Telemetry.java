package org.yiwang.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.engine.RuleSpec.Level;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.engine.Stamp;
import org.yiwang.rules.Type;

/** A made-up partition of the log: devices that tell three values each, and five rules that look at every one of their messages. The same seed gives the same. */
final class Telemetry {
    private static final int PARTITION = 3;
    private static final long BEGIN = 1_614_556_800_000L;
    private static final long MINUTE = 60_000;
    private static final double STEP_MILLIS = 20;
    private static final int DOUBLED_PER_CENT = 2;
    private static final int LATE_PER_CENT = 2;

    private final int devices;
    private final long events;
    private final long seed;

    Telemetry(int devices, long events, long seed) {
        this.devices = devices;
        this.events = events;
        this.seed = seed;
    }

    static KindRules rules() {
        return new KindRules(
                "meter",
                1,
                new TreeMap<>(Map.of("level", Type.NUMBER, "heat", Type.NUMBER, "open", Type.FLAG)),
                new TreeMap<>(),
                Set.of(),
                0,
                0,
                10 * MINUTE,
                8 * 3600,
                List.of(
                        rule("full", "level >= 90", 0, "level < 60", 0),
                        rule("hot", "heat > 70 && level > 20", MINUTE, "heat < 60", 0),
                        rule("ajar", "open && level > 50", MINUTE / 2, "!open", 0),
                        rule("jump", "level - before.level > 60", 0, null, 5 * MINUTE),
                        rule("cold", "heat < 4", 0, "heat > 10", 0)));
    }

    private static RuleSpec rule(String id, String raise, long lasting, @Nullable String clear, long quiet) {
        return new RuleSpec(
                id,
                Set.of(),
                null,
                raise,
                lasting,
                1,
                0,
                0,
                List.of(new Level(Severity.MINOR, null, 0)),
                clear,
                quiet,
                List.of(),
                10 * MINUTE,
                0,
                Set.of(),
                false,
                List.of());
    }

    /** Rules first, then the devices, then what they say. */
    void play(BiConsumer<Stamp, Entry> reader) {
        long offset = 0;
        reader.accept(new Stamp(PARTITION, offset++, BEGIN), new Entry.RulesSet(rules()));
        for (int i = 0; i < devices; i++) reader.accept(new Stamp(PARTITION, offset++, BEGIN), device(i));
        SplittableRandom random = new SplittableRandom(seed);
        Entry.Message last = message(random, BEGIN, 0);
        for (long i = 0; i < events; i++) {
            long at = BEGIN + Math.round(i * STEP_MILLIS);
            boolean doubled = random.nextInt(100) < DOUBLED_PER_CENT;
            if (!doubled) last = message(random, at, i);
            reader.accept(new Stamp(PARTITION, offset++, at), last);
        }
    }

    static Entry.DeviceSet device(int number) {
        String id = "M-" + number;
        return new Entry.DeviceSet(id, new Device(id, "meter", null, Device.Mode.IN_USE, new TreeMap<>()));
    }

    private Entry.Message message(SplittableRandom random, long at, long number) {
        String id = "M-" + random.nextInt(devices);
        long behind = random.nextInt(100) < LATE_PER_CENT ? random.nextLong(20 * MINUTE) : random.nextLong(900);
        TreeMap<String, Object> values = new TreeMap<>();
        values.put("level", random.nextInt(1001) / 10.0);
        values.put("heat", random.nextInt(801) / 10.0);
        values.put("open", random.nextInt(10) == 0);
        return new Entry.Message(id, id, "reading", OptionalLong.of(at - behind), Long.toString(number), values);
    }

    /** As a device would send it. */
    static String json(Entry.Message message) {
        return "{\"id\":\"%s\",\"at\":%d,\"level\":%s,\"heat\":%s,\"open\":%s}".formatted(
                message.id(),
                message.time().orElse(0),
                message.values().get("level"),
                message.values().get("heat"),
                message.values().get("open"));
    }
}
