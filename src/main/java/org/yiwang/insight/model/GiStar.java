package org.yiwang.insight.model;

/**
 * The local statistic Gi* of Ord and Getis, "Local spatial autocorrelation statistics", Geographical Analysis 27 (1995) 286–306, equation 5, with weights of one
 * for a cell and its neighbours and zero elsewhere:
 *
 * <pre>  Gi* = (Σj wij xj − x̄ Wi) / (s · √((n·S1i − Wi²) / (n − 1))),   Wi = Σj wij,   S1i = Σj wij²,   s² = Σ xj²/n − x̄²</pre>
 */
final class GiStar {
    private GiStar() {}

    /**
     * A standard score per cell; all are zero where the values do not differ.
     *
     * @param neighbours per cell those that count for it, itself among them
     */
    static double[] scores(double[] values, int[][] neighbours) {
        int n = values.length;
        double mean = 0;
        double squares = 0;
        for (double value : values) {
            mean += value / n;
            squares += value * value / n;
        }
        double spread = Math.sqrt(Math.max(0, squares - mean * mean));
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            double weight = neighbours[i].length;
            double root = Math.sqrt((n * weight - weight * weight) / (n - 1));
            double sum = 0;
            for (int j : neighbours[i]) sum += values[j];
            scores[i] = spread * root < 1e-12 ? 0 : (sum - mean * weight) / (spread * root);
        }
        return scores;
    }
}
