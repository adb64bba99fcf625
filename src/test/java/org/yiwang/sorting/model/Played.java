package org.yiwang.sorting.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yiwang.sorting.model.Check.Counted;
import org.yiwang.sorting.model.Check.Waste;
import org.yiwang.sorting.model.Observed.Alarm;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.Treated;

/** A made-up trial: two treated estates and others, whose rates differ and move by themselves, checks and alarms by chance, and an effect that is planted. */
final class Played {
    static final LocalDate START = LocalDate.of(2021, 7, 1);
    static final int DAYS = 120;
    private static final int POINTS = 3;

    final Map<String, List<String>> pointsOf = new TreeMap<>();
    final List<Check> checks = new ArrayList<>();
    final List<Alarm> alarms = new ArrayList<>();
    final Map<String, Map<LocalDate, Double>> watched = new HashMap<>();
    private final Random chance;
    private final double effect;
    private final double louder;

    /**
     * @param compared estates beside the two treated ones
     * @param effect that the withdrawal has on the correct rate
     * @param louder by what the alarms are multiplied
     * @param drift by how much an estate's rate changes by itself
     */
    Played(long seed, int compared, double effect, double louder, double drift) {
        this.chance = new Random(seed);
        this.effect = effect;
        this.louder = louder;
        for (int i = 0; i < compared + 2; i++) estate("estate-%02d".formatted(i), i < 2, drift);
    }

    private void estate(String name, boolean treated, double drift) {
        double rate = 0.8 + 0.05 * chance.nextGaussian();
        double change = drift * chance.nextGaussian();
        double loud = Math.exp(0.2 * chance.nextGaussian());
        List<String> points = new ArrayList<>();
        for (int n = 0; n < POINTS; n++) {
            String point = name + "-" + n;
            points.add(point);
            for (int day = -DAYS; day < DAYS; day++) day(point, START.plusDays(day), day, treated, rate, change, loud);
        }
        pointsOf.put(name, points);
    }

    private void day(
            String point, LocalDate day, int number, boolean treated, double rate, double change, double loud) {
        boolean without = treated && number >= 0;
        watched.computeIfAbsent(point, _ -> new TreeMap<>()).put(day, 1.0);
        double alarm = 0.1 * loud * (without ? louder : 1);
        if (chance.nextDouble() < alarm) alarms.add(new Alarm(point, Measure.BESIDE, day));
        if (Math.floorMod(number, 20) != 7) return;
        double own = rate + (number >= 0 ? change - 0.03 : 0) + (without ? effect : 0) + 0.05 * chance.nextGaussian();
        int right = (int)
                IntStream.range(0, 40).filter(bag -> chance.nextDouble() < own).count();
        checks.add(new Check(
                new UUID(chance.nextLong(), chance.nextLong()),
                point,
                day,
                Map.of(Waste.WET, new Counted(40, right)),
                !without,
                List.of(),
                1));
    }

    Observed observed() {
        return new Observed(checks, alarms, watched);
    }

    /** Each treated point from this day on, those of the second estate so many days later. */
    Plan plan(int later) {
        List<Treated> treated = new ArrayList<>();
        List<Compared> compared = new ArrayList<>();
        pointsOf.forEach((estate, points) -> {
            int number = Integer.parseInt(estate.substring(7));
            if (number >= 2) compared.add(new Compared(estate, true, ""));
            else
                points.forEach(point ->
                        treated.add(new Treated(point, point, estate, START.plusDays(number * later), null, null)));
        });
        return new Plan(
                "撤指导员",
                "",
                DAYS,
                DAYS,
                4,
                treated,
                compared,
                List.of(new Measured(Measure.CORRECT, 5, false), new Measured(Measure.BESIDE, 30, false)));
    }

    Evaluation evaluated() {
        return Evaluate.of(plan(0), pointsOf, observed(), START.plusDays(DAYS - 1));
    }
}
