package org.yiwang.insight.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The cells as the analysis sees them: numbered in the order of their codes, each with those that touch it and those that lie near.
 *
 * <p>{@link #adjacent} and {@link #nearest} both begin with the cell itself. Immutable.
 */
public final class Ground {
    /** No cluster reaches farther from its middle, in metres: about what one grid inspector walks. */
    public static final double REACH_METRES = 320;

    private final List<String> codes;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] adjacent;
    private final int[][] nearest;

    /**
     * @param codes of the cells, in order
     * @param x of the middle of each in metres east of some point
     * @param y likewise north
     * @param touching per cell the numbers of the others that touch it
     */
    public Ground(List<String> codes, double[] x, double[] y, int[][] touching) {
        this.codes = List.copyOf(codes);
        for (int i = 0; i < codes.size(); i++) numbers.put(codes.get(i), i);
        adjacent = new int[codes.size()][];
        nearest = new int[codes.size()][];
        for (int i = 0; i < codes.size(); i++) {
            int self = i;
            adjacent[i] = IntStream.concat(
                            IntStream.of(i), IntStream.of(touching[i]).sorted())
                    .toArray();
            nearest[i] = IntStream.range(0, codes.size())
                    .filter(other -> Math.hypot(x[other] - x[self], y[other] - y[self]) <= REACH_METRES)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> Math.hypot(x[other] - x[self], y[other] - y[self])))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    public int size() {
        return codes.size();
    }

    public String code(int cell) {
        return codes.get(cell);
    }

    /** The number of the cell with this code; -1 where there is none. */
    public int number(String code) {
        return numbers.getOrDefault(code, -1);
    }

    /** The cell and those that touch it. */
    public int[] adjacent(int cell) {
        return adjacent[cell];
    }

    /** The cell and those whose middles lie within {@link #REACH_METRES}, nearest first. */
    int[] nearest(int cell) {
        return nearest[cell];
    }
}
