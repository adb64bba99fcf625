package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * How much of an ordinary day's load each kind of day brings: the seven weekdays, public holidays, and weekend days worked in exchange (调休上班).
 *
 * <p>A ratio of sums, drawn towards one by {@link #PRIOR_CASES} cases, so that a category with few cases is not told its Sundays by two of them.
 */
public final class DayFactors {
    /** As in the calendar: Monday 0 to Sunday 6. */
    public static final int HOLIDAY = 7;

    public static final int MAKE_UP = 8;
    private static final int GROUPS = 9;
    private static final double PRIOR_CASES = 4;

    private final Function<LocalDate, Integer> group;
    private final double[] factors;

    private DayFactors(Function<LocalDate, Integer> group, double[] factors) {
        this.group = group;
        this.factors = factors;
    }

    /** @param counts of successive days, from {@code first} on */
    public static DayFactors learn(List<Integer> counts, LocalDate first, Function<LocalDate, Integer> group) {
        double[] cases = new double[GROUPS];
        int[] days = new int[GROUPS];
        for (int i = 0; i < counts.size(); i++) {
            int kind = group.apply(first.plusDays(i));
            cases[kind] += counts.get(i);
            days[kind]++;
        }
        double mean = counts.stream().mapToInt(Integer::intValue).sum() / (double) Math.max(1, counts.size());
        double[] factors = new double[GROUPS];
        for (int kind = 0; kind < GROUPS; kind++)
            factors[kind] = mean == 0 ? 1 : (cases[kind] + PRIOR_CASES) / (days[kind] * mean + PRIOR_CASES);
        return new DayFactors(group, factors);
    }

    public double of(LocalDate day) {
        return factors[group.apply(day)];
    }

    /** Of seven days from this one on. */
    public double week(LocalDate from) {
        double sum = 0;
        for (int i = 0; i < 7; i++) sum += of(from.plusDays(i));
        return sum;
    }
}
