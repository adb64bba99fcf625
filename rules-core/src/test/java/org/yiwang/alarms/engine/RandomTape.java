package org.yiwang.alarms.engine;

import static org.yiwang.alarms.engine.Rules.rule;

import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.yiwang.alarms.engine.Device.Mode;
import org.yiwang.rules.Type;

/** A log in which everything happens: two gateways with three devices each, every kind of rule, repairs, other rules, ends by hand, doubled and late words. */
final class RandomTape {
    private RandomTape() {}

    static Rules rules(int version, long reorder) {
        return Rules.of("bin")
                .version(version)
                .channel("fill", Type.NUMBER)
                .channel("open", Type.FLAG)
                .reorder(reorder)
                .heartbeat(20)
                .rule(rule("full")
                        .raise("fill >= 80")
                        .clear("fill < " + (version % 2 == 0 ? 60 : 50))
                        .level(Severity.MINOR, null, 0)
                        .level(Severity.MAJOR, "fill >= 95", 0)
                        .level(Severity.CRITICAL, null, 120)
                        .remind(70))
                .rule(rule("open").raise("open").lasting(15).order("close", "alarms.exists(a, a == 'full')"))
                .rule(rule("shut").per("open").raise("fill > 50").lasting(3).clear("fill < 20"))
                .rule(rule("often").raise("fill > 90").times(3, 60).quiet(40).cooldown(30))
                .rule(rule(version % 3 == 0 ? "odd" : "jump")
                        .raise("fill - before.fill > 30")
                        .quiet(25))
                .rule(rule("silent").silent(60).suppressedBy("offline"));
    }

    static Tape of(long seed, int lines) {
        SplittableRandom random = new SplittableRandom(seed);
        long reorder = random.nextInt(2) * 5L;
        Tape tape = new Tape()
                .rules(Rules.of("gateway").heartbeat(20).rule(rule("offline").silent(60)))
                .rules(rules(1, reorder));
        for (String gate : new String[] {"a", "b"}) {
            tape.device(gate, "gateway");
            for (int i = 0; i < 3; i++) tape.device(0, gate, gate + i, "bin", gate, Mode.IN_USE);
        }
        double now = 1;
        int version = 1;
        for (int i = 0; i < lines; i++) {
            now += random.nextInt(100) < 3 ? random.nextInt(200) : random.nextInt(5000) / 1000.0;
            String gate = random.nextBoolean() ? "a" : "b";
            String device = gate + random.nextInt(3);
            int dice = random.nextInt(100);
            if (dice < 15) tape.say(now, gate, gate, "heartbeat", Map.of());
            else if (dice < 25) tape.say(now, gate, device, "heartbeat", Map.of());
            else if (dice < 90) {
                double own = now - (random.nextInt(10) == 0 ? random.nextInt(2000) : random.nextInt(4));
                tape.add(
                        now,
                        new Entry.Message(
                                gate,
                                device,
                                "level",
                                OptionalLong.of(Tape.at(own)),
                                random.nextInt(4) == 0 ? "m" + random.nextInt(50) : null,
                                new TreeMap<>(
                                        Map.of("fill", (double) random.nextInt(101), "open", random.nextInt(3) == 0))));
            } else if (dice < 93)
                tape.device(
                        now, gate, device, "bin", gate, Mode.values()[random.nextInt(10) == 0 ? 2 : random.nextInt(2)]);
            else if (dice < 95)
                tape.add(now, new Entry.Ended(gate, device, "full", 10L * random.nextInt(tape.lines.size())));
            else if (dice < 96) tape.rules(now, rules(++version, reorder));
            else if (dice < 97) tape.add(now, new Entry.Outage(Tape.at(now - random.nextInt(100))));
            else
                tape.add(
                        now,
                        new Entry.Message(
                                gate,
                                device,
                                "seen",
                                OptionalLong.empty(),
                                null,
                                new TreeMap<>(Map.of("open", false))));
        }
        return tape;
    }
}
