package org.yiwang.insight.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Standing hot spots of one category: cells in which, with those that touch them, more cases lie than their share of all that is reported there explains.
 *
 * <p>The score is {@link GiStar} of the Pearson residuals (o − e)/√e. Its chance is not read from the normal distribution, which errs badly at the few cases that
 * a cell has: given how many cases there are in all, the number around a cell is binomial where every case falls into a cell by its share alone, and the tail of
 * that is exact.
 */
final class HotSpots {
    /** Fewer around a cell are no hot spot, however unlikely. */
    static final int CASES_MIN = 5;
    /** Cells that are hot by their neighbours alone give nobody anything to look at. */
    private static final int CASES_INSIDE_MIN = 3;

    private final Ground ground;

    HotSpots(Ground ground) {
        this.ground = ground;
    }

    /**
     * What was found around one cell.
     *
     * @param observed cases in the cell and its neighbours
     * @param expected of them by their share
     * @param score Gi*
     * @param p the chance of so many or more
     */
    record Tested(int cell, int observed, double expected, double score, double p) {}

    /**
     * Significant cells that touch each other, as one.
     *
     * @param cells that have cases, in order
     * @param q the least adjusted p-value among them
     */
    record Spot(List<Integer> cells, int observed, double expected, double score, double p, double q) {}

    /**
     * Every cell tested, whether anything lies there or not.
     *
     * @param cases per cell
     * @param shares per cell what part of the cases would fall there; adds up to one
     */
    List<Tested> test(int[] cases, double[] shares) {
        int total = IntStream.of(cases).sum();
        double[] residuals = new double[cases.length];
        for (int i = 0; i < cases.length; i++)
            residuals[i] = (cases[i] - total * shares[i]) / Math.sqrt(Math.max(total * shares[i], 1e-9));
        int[][] neighbours =
                IntStream.range(0, cases.length).mapToObj(ground::adjacent).toArray(int[][]::new);
        double[] scores = GiStar.scores(residuals, neighbours);
        List<Tested> tested = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            int around = 0;
            double share = 0;
            for (int j : neighbours[i]) {
                around += cases[j];
                share += shares[j];
            }
            tested.add(new Tested(i, around, total * share, scores[i], tail(total, Math.min(1, share), around)));
        }
        return tested;
    }

    /** The chance of at least so many. */
    private static double tail(int total, double share, int observed) {
        if (observed == 0) return 1;
        return 1 - new BinomialDistribution(null, total, share).cumulativeProbability(observed - 1);
    }

    /** @param adjusted p-values of the tested cells, in their order, held against all tests of the night */
    List<Spot> spots(int[] cases, double[] shares, List<Tested> tested, double[] adjusted, double q) {
        boolean[] hot = new boolean[cases.length];
        for (int i = 0; i < cases.length; i++)
            hot[i] = cases[i] > 0 && adjusted[i] <= q && tested.get(i).observed() >= CASES_MIN;
        boolean[] seen = new boolean[cases.length];
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < cases.length; i++)
            if (hot[i] && !seen[i]) spots.add(spot(together(i, hot, seen), cases, shares, tested, adjusted));
        return spots.stream()
                .filter(spot -> spot.observed() >= CASES_INSIDE_MIN)
                .toList();
    }

    private int[] together(int start, boolean[] hot, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        List<Integer> cells = new ArrayList<>();
        while (!open.isEmpty()) {
            int cell = open.pop();
            cells.add(cell);
            for (int next : ground.adjacent(cell))
                if (hot[next] && !seen[next]) {
                    seen[next] = true;
                    open.push(next);
                }
        }
        return cells.stream().sorted().mapToInt(Integer::intValue).toArray();
    }

    private static Spot spot(int[] cells, int[] cases, double[] shares, List<Tested> tested, double[] adjusted) {
        int best = IntStream.of(cells)
                .boxed()
                .min((a, b) -> Double.compare(tested.get(a).p(), tested.get(b).p()))
                .orElseThrow();
        int total = IntStream.of(cases).sum();
        return new Spot(
                Series.boxed(cells),
                IntStream.of(cells).map(cell -> cases[cell]).sum(),
                IntStream.of(cells).mapToDouble(cell -> total * shares[cell]).sum(),
                tested.get(best).score(),
                tested.get(best).p(),
                adjusted[best]);
    }
}
