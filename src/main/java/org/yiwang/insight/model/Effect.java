package org.yiwang.insight.model;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a measure did: the change of the rate in its cells against the change in cells without it, as a ratio of ratios (difference in differences on the log
 * scale of a Poisson model; Angrist and Pischke, "Mostly Harmless Econometrics", section 5.2; the standard error of a log rate ratio is √Σ 1/n, Rothman,
 * Greenland and Lash, "Modern Epidemiology", 3rd ed., chapter 14):
 *
 * <pre>  ratio = (target after ÷ target before) ÷ (compared after ÷ compared before)
 *   error = √(φ · (1/ta + 1/tb + 1/ca + 1/cb)),   φ = max(1, Pearson's χ² of the weekly counts ÷ its degrees of freedom)</pre>
 *
 * Both groups share their periods, so that the lengths fall out. Half a case is added to each of the four where one is zero (Haldane and Anscombe). The interval
 * is that of Student's t with the degrees of freedom of φ.
 *
 * @param ratio below one: fewer than without the measure
 * @param low bound with 95 % certainty; {@code high} likewise
 * @param targetBefore cases in the target cells before, and so on
 */
public record Effect(
        double ratio,
        double low,
        double high,
        double dispersion,
        int targetBefore,
        int targetAfter,
        int comparedBefore,
        int comparedAfter) {

    /** 有效, 看不出效果, 反而增多. */
    public enum Verdict {
        FEWER,
        NOT_SHOWN,
        MORE
    }

    /**
     * @param targetBefore weekly counts; at least two weeks before and two after
     * @throws IllegalArgumentException with fewer
     */
    public static Effect of(int[] targetBefore, int[] targetAfter, int[] comparedBefore, int[] comparedAfter) {
        if (targetBefore.length < 2 || targetAfter.length < 2)
            throw new IllegalArgumentException("Two weeks before and after are the least");
        int[][] groups = {targetBefore, targetAfter, comparedBefore, comparedAfter};
        double chi = 0;
        int freedom = 0;
        double[] sums = new double[4];
        for (int group = 0; group < 4; group++) {
            for (int count : groups[group]) sums[group] += count;
            double mean = sums[group] / groups[group].length;
            freedom += groups[group].length - 1;
            if (mean > 0) for (int count : groups[group]) chi += (count - mean) * (count - mean) / mean;
        }
        double dispersion = Math.max(1, chi / freedom);
        double more = sums[0] == 0 || sums[1] == 0 || sums[2] == 0 || sums[3] == 0 ? 0.5 : 0;
        double variance = 0;
        for (double sum : sums) variance += 1 / (sum + more);
        double weeks = Math.log((double) targetBefore.length / targetAfter.length)
                - Math.log((double) comparedBefore.length / comparedAfter.length);
        double log =
                Math.log((sums[1] + more) / (sums[0] + more)) - Math.log((sums[3] + more) / (sums[2] + more)) + weeks;
        double reach =
                new TDistribution(null, freedom).inverseCumulativeProbability(0.975) * Math.sqrt(dispersion * variance);
        return new Effect(
                Math.exp(log),
                Math.exp(log - reach),
                Math.exp(log + reach),
                dispersion,
                (int) sums[0],
                (int) sums[1],
                (int) sums[2],
                (int) sums[3]);
    }

    /** An interval that holds one shows nothing. */
    public Verdict verdict() {
        if (high < 1) return Verdict.FEWER;
        return low > 1 ? Verdict.MORE : Verdict.NOT_SHOWN;
    }
}
