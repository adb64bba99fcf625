package org.yiwang.insight.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up grounds and small services for throws of chance. */
final class Grounds {
    private Grounds() {}

    /** Square cells of 100 metres that touch at their sides. */
    static Ground square(int side) {
        List<String> codes = new ArrayList<>();
        double[] x = new double[side * side];
        double[] y = new double[side * side];
        int[][] touching = new int[side * side][];
        for (int i = 0; i < side * side; i++) {
            codes.add("cell-%03d".formatted(i));
            x[i] = 100.0 * (i % side);
            y[i] = 100.0 * (i / side);
            int at = i;
            touching[i] = IntStream.range(0, side * side)
                    .filter(j -> Math.abs(j % side - at % side) + Math.abs(j / side - at / side) == 1)
                    .toArray();
        }
        return new Ground(codes, x, y, touching);
    }

    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    static int[] pick(int[] values, int[] order) {
        return IntStream.of(order).map(i -> values[i]).toArray();
    }
}
