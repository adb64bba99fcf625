package org.yiwang.sorting.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.jspecify.annotations.Nullable;

/**
 * The difference in differences: how much more the treated estates changed than those they are compared with. The estate is what counts, not the bag or the alarm:
 * what happens in an estate happens to all of its points, and a thousand bags of two estates are two estates.
 *
 * <p>Two intervals at 95 %, because with so few estates neither is beyond doubt:
 *
 * <ul>
 *   <li>Student's t on the changes of the estates with their pooled spread and (estates − 2) degrees of freedom (Donald and Lang, "Inference with
 *       difference-in-differences and other panel data", Review of Economics and Statistics 89 (2007) 221–233);
 *   <li>by rearrangement: the treated estates' parts are given to every other choice of estates; an effect is within the interval as long as, with it taken away, the
 *       real arrangement is not among the most extreme twentieth (Fisher; Rosenbaum, "Observational Studies", 2nd ed., section 2.6; for few treated estates Conley
 *       and Taber, Review of Economics and Statistics 93 (2011) 113–125). With fewer than twenty choices it can never shut anything out, and has no bounds.
 * </ul>
 *
 * @param effect on the scale of the changes
 * @param p share of the arrangements at least as extreme as the real one
 * @param choices how many sets of estates could have been the treated ones
 */
public record Difference(
        double effect, Reach student, Reach rearranged, double p, long choices, int treated, int compared) {
    public static final int CHOICES_ENOUGH = 20;

    private static final double LEVEL = 0.05;
    private static final int ARRANGEMENTS_MAX = 20_000;
    private static final int DRAWN = 9_999;
    private static final int STEPS = 400;
    private static final long SEED = 20_070_101;
    private static final double SAME = 1e-9;

    /** Bounds; null where there is none on that side. */
    public record Reach(@Nullable Double low, @Nullable Double high) {
        public boolean isAbove(double value) {
            return low != null && low > value;
        }

        public boolean isBelow(double value) {
            return high != null && high < value;
        }
    }

    /**
     * An estate.
     *
     * @param role number of the treated estate, from 0; -1 for one that it is compared with
     * @param changes over the days of each role: what it would have counted for in it
     * @param doses how much of those days' change is the treatment's own: 1 in its own role, 0 for one that was never treated
     */
    public record Estate(String name, int role, List<Double> changes, List<Double> doses) {}

    /** Empty arrays stay away; there are at least one treated and two compared estates, and the order of the rows is of no account. */
    static Difference of(List<Estate> rows) {
        List<Estate> estates = rows.stream()
                .sorted(Comparator.comparingInt((Estate one) -> one.role() < 0 ? Integer.MAX_VALUE : one.role())
                        .thenComparing(Estate::name))
                .toList();
        int roles = (int) estates.stream().filter(one -> one.role() >= 0).count();
        int[] real = new int[roles];
        for (int role = 0; role < roles; role++) real[role] = role;
        Line own = line(estates, real);
        Reach student = student(estates, roles, own.at);
        List<Line> all = arrangements(estates.size(), roles).stream()
                .map(chosen -> line(estates, chosen))
                .toList();
        return new Difference(
                own.at,
                student,
                rearranged(own, all, student),
                share(own, all, 0),
                CombinatoricsUtils.binomialCoefficient(estates.size(), roles),
                roles,
                estates.size() - roles);
    }

    /** The statistic of an arrangement as a line over the effect that is taken away: at − slope × effect. */
    private record Line(double at, double slope) {
        double without(double effect) {
            return at - slope * effect;
        }
    }

    private static Line line(List<Estate> estates, int[] chosen) {
        int roles = chosen.length;
        boolean[] taken = new boolean[estates.size()];
        for (int one : chosen) taken[one] = true;
        double at = 0;
        double slope = 0;
        for (int role = 0; role < roles; role++) {
            Estate own = estates.get(chosen[role]);
            double others = 0;
            double doses = 0;
            for (int i = 0; i < taken.length; i++)
                if (!taken[i]) {
                    others += estates.get(i).changes().get(role);
                    doses += estates.get(i).doses().get(role);
                }
            int left = taken.length - roles;
            at += (own.changes().get(role) - others / left) / roles;
            slope += (own.doses().get(role) - doses / left) / roles;
        }
        return new Line(at, slope);
    }

    private static Reach student(List<Estate> estates, int roles, double effect) {
        double[] treated = new double[roles];
        double[] compared = new double[estates.size() - roles];
        for (int i = 0; i < estates.size(); i++) {
            List<Double> changes = estates.get(i).changes();
            if (i < roles) treated[i] = changes.get(i);
            else for (double change : changes) compared[i - roles] += change / roles;
        }
        int freedom = estates.size() - 2;
        double variance = (squares(treated) + squares(compared)) / freedom;
        double error = Math.sqrt(variance * (1.0 / treated.length + 1.0 / compared.length));
        double reach = new TDistribution(null, freedom).inverseCumulativeProbability(1 - LEVEL / 2) * error;
        return new Reach(effect - reach, effect + reach);
    }

    private static double squares(double[] values) {
        double mean = 0;
        for (double value : values) mean += value / values.length;
        double sum = 0;
        for (double value : values) sum += (value - mean) * (value - mean);
        return sum;
    }

    private static double share(Line own, List<Line> all, double effect) {
        double most = Math.abs(own.without(effect));
        long extreme = all.stream()
                .filter(line -> Math.abs(line.without(effect)) >= most - SAME)
                .count();
        return (double) extreme / all.size();
    }

    /** Looked for on both sides of the estimate, as far as eight times the reach of Student's interval. */
    private static Reach rearranged(Line own, List<Line> all, Reach student) {
        double reach = Math.max(SAME, 8 * Math.abs(orZero(student.high()) - own.at));
        return new Reach(bound(own, all, -reach), bound(own, all, reach));
    }

    private static double orZero(@Nullable Double bound) {
        return bound == null ? 0 : bound;
    }

    /** The furthest effect towards that end which is not shut out; null where the end itself is not. */
    private static @Nullable Double bound(Line own, List<Line> all, double reach) {
        if (share(own, all, own.at + reach) > LEVEL) return null;
        for (int step = STEPS - 1; step > 0; step--) {
            double effect = own.at + reach * step / STEPS;
            if (share(own, all, effect) > LEVEL) return own.at + reach * (step + 1) / STEPS;
        }
        return own.at + reach / STEPS;
    }

    /** Every choice of an estate for each role; where they are too many, the real one and as many others as chance gives, always the same. */
    private static List<int[]> arrangements(int estates, int roles) {
        double count = 1;
        for (int i = 0; i < roles; i++) count *= estates - i;
        List<int[]> all = new ArrayList<>();
        if (count <= ARRANGEMENTS_MAX) add(all, new int[roles], 0, estates);
        else {
            Random chance = new Random(SEED);
            int[] real = new int[roles];
            for (int role = 0; role < roles; role++) real[role] = role;
            all.add(real);
            for (int i = 0; i < DRAWN; i++)
                all.add(chance.ints(0, estates).distinct().limit(roles).toArray());
        }
        return all;
    }

    private static void add(List<int[]> all, int[] chosen, int role, int estates) {
        if (role == chosen.length) {
            all.add(chosen.clone());
            return;
        }
        for (int one = 0; one < estates; one++) {
            boolean isTaken = false;
            for (int i = 0; i < role; i++) isTaken |= chosen[i] == one;
            if (isTaken) continue;
            chosen[role] = one;
            add(all, chosen, role + 1, estates);
        }
    }
}
