package org.yiwang.insight.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that are going on now: the space-time permutation scan statistic of Kulldorff, Heffernan, Hartman, Assunção and Mostashari, "A space-time permutation
 * scan statistic for disease outbreak detection", PLoS Medicine 2 (2005) e59. It needs cases alone: what lies in a place for long, and what comes on some days
 * everywhere, is taken out by shuffling the days among the cases.
 *
 * <p>Zones are the nearest cells around each cell with a case; times are the last 1 to {@link #WINDOW_DAYS_MAX} days. Work is bounded by the rounds of shuffling;
 * where the outcome is plainly no cluster they end early (Besag and Clifford, "Sequential Monte Carlo p-values", Biometrika 78 (1991) 301–304).
 */
final class SpaceTimeScan {
    static final int WINDOW_DAYS_MAX = 28;
    static final int CASES_MIN = 4;
    static final int ROUNDS_MAX = 4_999;
    private static final int EXCEEDED_MAX = 10;
    private static final int SHOWN_MAX = 3;

    private final Ground ground;
    private final int[] cells;
    private final long seed;
    /** Per cell the positions of its cases. */
    private final int[][] casesIn;

    private final int[] centres;
    private final double[] logs;

    /** @param cells per case the cell in which it lies */
    SpaceTimeScan(Ground ground, int[] cells, long seed) {
        this.ground = ground;
        this.cells = cells;
        this.seed = seed;
        casesIn = new int[ground.size()][];
        for (int cell : cells)
            if (casesIn[cell] == null)
                casesIn[cell] = IntStream.range(0, cells.length)
                        .filter(i -> cells[i] == cell)
                        .toArray();
        centres = IntStream.range(0, ground.size())
                .filter(cell -> casesIn[cell] != null)
                .toArray();
        logs = new double[cells.length + 1];
        for (int i = 1; i < logs.length; i++) logs[i] = Math.log(i);
    }

    /**
     * @param cells of the zone that have cases
     * @param days how many, the last of them the day of the analysis
     * @param ratio logarithm of the likelihood ratio
     */
    record Cluster(List<Integer> cells, int days, int observed, double expected, double ratio, double p) {}

    private record Best(int centre, int reach, int days, int observed, double expected, double ratio) {
        static final Best NONE = new Best(-1, 0, 0, 0, 0, 0);
    }

    /**
     * c·ln(c/µ) + (C−c)·ln((C−c)/(C−µ)) where more than expected lie there, else 0.
     *
     * @param observed c
     * @param expected µ: cases of the zone at any time × cases of the time anywhere ÷ all
     * @param all C
     */
    static double ratio(int observed, double expected, int all) {
        if (observed <= expected) return 0;
        double inside = observed * Math.log(observed / expected);
        return observed == all ? inside : inside + (all - observed) * Math.log((all - observed) / (all - expected));
    }

    /**
     * The likeliest clusters that do not overlap, each with its chance; none where there is not even a first with a chance below one in twenty.
     *
     * @param ages per case how many days before the day of the analysis it came in, from 0
     */
    List<Cluster> find(int[] ages) {
        List<Best> best = new ArrayList<>();
        Best first = scan(ages, best);
        if (first.centre() < 0) return List.of();
        int[] shuffled = ages.clone();
        SplittableRandom random = new SplittableRandom(seed);
        double[] highest = new double[ROUNDS_MAX];
        int exceeded = 0;
        int round = 0;
        while (round < ROUNDS_MAX && exceeded < EXCEEDED_MAX) {
            shuffle(shuffled, random);
            highest[round] = scan(shuffled, null).ratio();
            if (highest[round] >= first.ratio() - 1e-9) exceeded++;
            round++;
        }
        int rounds = round;
        if (exceeded == EXCEEDED_MAX && (double) exceeded / rounds > 0.05) return List.of();
        return apart(best).stream()
                .map(one -> cluster(one, chance(one.ratio(), highest, rounds)))
                .toList();
    }

    private static double chance(double ratio, double[] highest, int rounds) {
        int as = 1;
        for (int i = 0; i < rounds; i++) if (highest[i] >= ratio - 1e-9) as++;
        return (double) as / (rounds + 1);
    }

    private static void shuffle(int[] ages, SplittableRandom random) {
        for (int i = ages.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = ages[i];
            ages[i] = ages[j];
            ages[j] = kept;
        }
    }

    /** @param each takes the best of every centre; null where only the highest counts */
    private Best scan(int[] ages, @Nullable List<Best> each) {
        int[] within = new int[WINDOW_DAYS_MAX + 1];
        for (int age : ages) if (age < WINDOW_DAYS_MAX) within[age + 1]++;
        for (int days = 1; days <= WINDOW_DAYS_MAX; days++) within[days] += within[days - 1];
        Best highest = Best.NONE;
        int[] recent = new int[WINDOW_DAYS_MAX];
        for (int centre : centres) {
            Best own = around(centre, ages, within, recent);
            if (each != null && own.ratio() > 0) each.add(own);
            if (own.ratio() > highest.ratio()) highest = own;
        }
        return highest;
    }

    private Best around(int centre, int[] ages, int[] within, int[] recent) {
        Arrays.fill(recent, 0);
        int all = cells.length;
        int inZone = 0;
        Best best = Best.NONE;
        int[] near = ground.nearest(centre);
        for (int reach = 0; reach < near.length && 2 * inZone <= all; reach++) {
            int[] cases = casesIn[near[reach]];
            if (cases == null) continue;
            inZone += cases.length;
            boolean news = false;
            for (int one : cases)
                if (ages[one] < WINDOW_DAYS_MAX) {
                    recent[ages[one]]++;
                    news = true;
                }
            if (!news || 2 * inZone > all) continue;
            int observed = 0;
            for (int days = 1; days <= WINDOW_DAYS_MAX; days++) {
                if (recent[days - 1] == 0) continue;
                observed += recent[days - 1];
                if (observed < CASES_MIN) continue;
                double expected = (double) inZone * within[days] / all;
                if (observed <= expected) continue;
                double ratio = observed * (logs[observed] - logs[inZone] - logs[within[days]] + logs[all])
                        + (observed == all ? 0 : (all - observed) * (logs[all - observed] - Math.log(all - expected)));
                if (ratio > best.ratio()) best = new Best(centre, reach, days, observed, expected, ratio);
            }
        }
        return best;
    }

    private List<Best> apart(List<Best> best) {
        best.sort(Comparator.comparingDouble(Best::ratio).reversed().thenComparingInt(Best::centre));
        boolean[] taken = new boolean[ground.size()];
        List<Best> apart = new ArrayList<>();
        for (Best one : best) {
            int[] zone = zone(one);
            if (apart.size() == SHOWN_MAX || IntStream.of(zone).anyMatch(cell -> taken[cell])) continue;
            for (int cell : zone) taken[cell] = true;
            apart.add(one);
        }
        return apart;
    }

    private int[] zone(Best best) {
        return IntStream.of(ground.nearest(best.centre()))
                .limit(best.reach() + 1L)
                .filter(cell -> casesIn[cell] != null)
                .toArray();
    }

    private Cluster cluster(Best best, double p) {
        return new Cluster(Series.boxed(zone(best)), best.days(), best.observed(), best.expected(), best.ratio(), p);
    }
}
