package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.yiwang.insight.model.WeekForecast.Method;

/**
 * Forecasts a week's load from daily counts. Three methods are played on each of the last weeks as if those were still to come (rolling origin; Hyndman and
 * Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., section 5.10); the one with the least mean absolute error is used.
 *
 * <ul>
 *   <li>seasonal naive: what the last seven days brought;
 *   <li>weighted level: cases of the past ÷ their days' worth, both fading by {@link #FADE} a day (the discounted gamma–Poisson level of West and Harrison,
 *       "Bayesian Forecasting and Dynamic Models"), times the worth of the coming days: weekdays and holidays;
 *   <li>Holt–Winters, additive, period seven (ibid. section 8.3), smoothing constants from a small table.
 * </ul>
 *
 * <p>The interval is that of a negative binomial whose variance is as many times the mean as the method's errors on those weeks say, at least Poisson's.
 */
public final class ForecastWeek {
    static final int WEEKS_TRIED = 10;
    static final int DAYS_MIN = 7 * (WEEKS_TRIED + 4);
    private static final double[] FADE = {0.9, 0.95, 0.975, 0.99};
    private static final double[][] SMOOTHING = {{0.05, 0.01, 0.1}, {0.15, 0.02, 0.1}, {0.3, 0.02, 0.15}};
    private static final int WAYS = 1 + FADE.length + SMOOTHING.length;

    private final Function<LocalDate, Integer> group;

    /** @param group the kind of a day as {@link DayFactors} counts them */
    public ForecastWeek(Function<LocalDate, Integer> group) {
        this.group = group;
    }

    /** What every method said of one week, and what came. */
    private record Tried(List<Double> means, int came) {}

    /**
     * @param counts of successive days from {@code first} on; the week after the last is forecast
     * @throws IllegalArgumentException with fewer than {@link #DAYS_MIN} days
     */
    public WeekForecast after(List<Integer> counts, LocalDate first) {
        if (counts.size() < DAYS_MIN) throw new IllegalArgumentException("Too few days: " + counts.size());
        return chosen(tried(counts, first, WEEKS_TRIED), all(counts, first));
    }

    /**
     * Plays itself on past weeks, choosing its method anew before each from the weeks before that: what it is chosen by is never what it is judged by.
     *
     * @param weeksMax how many at most; fewer where the days do not reach back so far
     */
    public Backtest backtest(List<Integer> counts, LocalDate first, int weeksMax) {
        int weeks = Math.min(weeksMax, (counts.size() - DAYS_MIN) / 7);
        if (weeks < 1) return Backtest.NONE;
        List<Tried> all = tried(counts, first, weeks + WEEKS_TRIED);
        Backtest sum = Backtest.NONE;
        for (int week = 0; week < weeks; week++) {
            Tried judged = all.get(week + WEEKS_TRIED);
            WeekForecast forecast = chosen(all.subList(week, week + WEEKS_TRIED), judged.means());
            sum = sum.plus(Backtest.of(forecast, judged.means().getFirst().intValue(), judged.came()));
        }
        return sum;
    }

    /** The last so many weeks, the earliest first. */
    private List<Tried> tried(List<Integer> counts, LocalDate first, int weeks) {
        List<Tried> tried = new ArrayList<>();
        for (int back = weeks; back >= 1; back--) {
            int end = counts.size() - 7 * back;
            tried.add(new Tried(all(counts.subList(0, end), first), sum(counts.subList(end, end + 7))));
        }
        return tried;
    }

    /** @param means what each method says of the week that is forecast */
    private static WeekForecast chosen(List<Tried> weeks, List<Double> means) {
        double[] errors = new double[WAYS];
        double[] squares = new double[WAYS];
        for (Tried week : weeks)
            for (int way = 0; way < WAYS; way++) {
                double off = week.came() - week.means().get(way);
                errors[way] += Math.abs(off) / WEEKS_TRIED;
                squares[way] += off * off / Math.max(week.means().get(way), 0.5) / WEEKS_TRIED;
            }
        int best = 0;
        for (int way = 1; way < WAYS; way++) if (errors[way] < errors[best]) best = way;
        return WeekForecast.of(method(best), means.get(best), Math.max(1, squares[best]), errors[best], errors[0]);
    }

    private List<Double> all(List<Integer> counts, LocalDate first) {
        double[] means = new double[WAYS];
        LocalDate next = first.plusDays(counts.size());
        DayFactors factors = DayFactors.learn(counts, first, group);
        means[0] = sum(counts.subList(counts.size() - 7, counts.size()));
        for (int i = 0; i < FADE.length; i++)
            means[1 + i] = level(counts, first, factors, FADE[i]) * factors.week(next);
        for (int i = 0; i < SMOOTHING.length; i++)
            means[1 + FADE.length + i] = Math.max(0, holtWinters(counts, SMOOTHING[i]));
        return Arrays.stream(means).boxed().toList();
    }

    private static Method method(int way) {
        if (way == 0) return Method.SEASONAL_NAIVE;
        return way <= FADE.length ? Method.WEIGHTED_LEVEL : Method.HOLT_WINTERS;
    }

    private static double level(List<Integer> counts, LocalDate first, DayFactors factors, double fade) {
        double cases = 0;
        double worth = 0;
        for (int i = 0; i < counts.size(); i++) {
            cases = cases * fade + counts.get(i);
            worth = worth * fade + factors.of(first.plusDays(i));
        }
        return cases / worth;
    }

    /** The sum of the seven days that follow. */
    private static double holtWinters(List<Integer> counts, double[] by) {
        List<Double> season = new ArrayList<>();
        double level = sum(counts.subList(0, 7)) / 7.0;
        double slope = 0;
        for (int i = 0; i < 7; i++) season.add(counts.get(i) - level);
        for (int i = 7; i < counts.size(); i++) {
            double before = level;
            int y = counts.get(i);
            level = by[0] * (y - season.get(i % 7)) + (1 - by[0]) * (level + slope);
            slope = by[1] * (level - before) + (1 - by[1]) * slope;
            season.set(i % 7, by[2] * (y - before - slope) + (1 - by[2]) * season.get(i % 7));
        }
        double sum = 0;
        for (int ahead = 1; ahead <= 7; ahead++)
            sum += level + ahead * slope + season.get((counts.size() - 1 + ahead) % 7);
        return sum;
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
