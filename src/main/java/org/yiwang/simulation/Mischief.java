package org.yiwang.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Troubles by chance, so many in an hour over the whole fleet. */
final class Mischief {
    private static final double HOUR_MILLIS = 3_600_000;

    /** How often beside each other, and how long in seconds, from and to. */
    private record Usual(String what, int weight, int from, int to) {}

    private static final Map<String, List<Usual>> USUAL = Map.of(
            "lift-controller",
            List.of(
                    new Usual("ebike", 12, 8, 90),
                    new Usual("ebike", 1, 310, 400),
                    new Usual("fault", 1, 1, 1),
                    new Usual("silent", 1, 240, 600)),
            "waste-sensor",
            List.of(
                    new Usual("overflow", 3, 300, 1500),
                    new Usual("bags", 4, 400, 1800),
                    new Usual("late", 1, 300, 900),
                    new Usual("dirty", 1, 700, 1800)),
            "water-station",
            List.of(new Usual("pollution", 1, 1800, 7200)));

    private final List<Fleet.Member> members;
    private final double perHour;
    private final SplittableRandom dice;
    private Duration at = Duration.ZERO;

    Mischief(Fleet fleet, double perHour, long seed) {
        this.members = fleet.devices().stream()
                .filter(one -> USUAL.containsKey(one.kind()))
                .toList();
        this.perHour = perHour;
        this.dice = new SplittableRandom(seed);
    }

    boolean isNone() {
        return perHour <= 0 || members.isEmpty();
    }

    Trouble next() {
        at = at.plusMillis(Math.round(-Math.log(1 - dice.nextDouble()) * HOUR_MILLIS / perHour));
        Fleet.Member member = members.get(dice.nextInt(members.size()));
        List<Usual> usual = USUAL.getOrDefault(member.kind(), List.of());
        int thrown = dice.nextInt(usual.stream().mapToInt(Usual::weight).sum());
        for (Usual one : usual) {
            thrown -= one.weight;
            if (thrown < 0)
                return new Trouble(
                        at, member.serial(), one.what, Duration.ofSeconds(dice.nextInt(one.from, one.to + 1)));
        }
        throw new IllegalStateException("Weights that do not add up");
    }
}
