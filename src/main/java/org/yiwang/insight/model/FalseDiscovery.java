package org.yiwang.insight.model;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once: bounds the share of false ones among what is called significant. */
final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted p-values by Benjamini and Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995) 289–300: what is at most q is
     * significant at the rate q. Holds for independent and positively dependent tests.
     */
    static double[] adjusted(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int test = order[rank - 1];
            least = Math.min(least, p[test] * p.length / rank);
            adjusted[test] = least;
        }
        return adjusted;
    }
}
