package org.yiwang.insight.model;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether a category's weekly load rises: Poisson regression of the counts on the week, ln µ = a + b·week + ln(days' worth), fitted by Newton's steps (McCullagh
 * and Nelder, "Generalized Linear Models", 2nd ed. 1989, section 2.5). Days' worth takes weekdays and holidays out. The standard error is widened by Pearson's
 * χ²/(n − 2) where the counts scatter more than Poisson's would (section 6.2.3 there), and b is held against Student's t with n − 2 degrees of freedom.
 *
 * @param growth factor from one week to the next
 * @param low bound of growth with 95 % certainty; {@code high} likewise
 * @param p chance of such a rise, or a steeper one, where there is none
 */
public record RisingTrend(double growth, double low, double high, double dispersion, double p) {
    private static final int STEPS_MAX = 50;

    /** @param worth of each week in ordinary days, above zero */
    public static RisingTrend of(int[] counts, double[] worth) {
        int n = counts.length;
        double total = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            total += counts[i];
            all += worth[i];
        }
        if (total == 0 || n < 4) return new RisingTrend(1, 0, Double.POSITIVE_INFINITY, 1, 1);
        double a = Math.log(total / all);
        double b = 0;
        double middle = (n - 1) / 2.0;
        double information = 0;
        for (int step = 0; step < STEPS_MAX; step++) {
            double[] sums = new double[5];
            for (int i = 0; i < n; i++) {
                double x = i - middle;
                double mu = worth[i] * Math.exp(a + b * x);
                sums[0] += mu;
                sums[1] += mu * x;
                sums[2] += mu * x * x;
                sums[3] += counts[i] - mu;
                sums[4] += (counts[i] - mu) * x;
            }
            double determinant = sums[0] * sums[2] - sums[1] * sums[1];
            double da = (sums[2] * sums[3] - sums[1] * sums[4]) / determinant;
            double db = (sums[0] * sums[4] - sums[1] * sums[3]) / determinant;
            a += Math.clamp(da, -2, 2);
            b += Math.clamp(db, -1, 1);
            information = determinant / sums[0];
            if (Math.abs(da) + Math.abs(db) < 1e-10) break;
        }
        return judged(counts, worth, a, b, information);
    }

    private static RisingTrend judged(int[] counts, double[] worth, double a, double b, double information) {
        int n = counts.length;
        double chi = 0;
        for (int i = 0; i < n; i++) {
            double mu = worth[i] * Math.exp(a + b * (i - (n - 1) / 2.0));
            chi += (counts[i] - mu) * (counts[i] - mu) / Math.max(mu, 1e-9);
        }
        double dispersion = Math.max(1, chi / (n - 2));
        double error = Math.sqrt(dispersion / information);
        TDistribution student = new TDistribution(null, n - 2);
        double reach = student.inverseCumulativeProbability(0.975) * error;
        double p = student.cumulativeProbability(-b / error);
        return new RisingTrend(Math.exp(b), Math.exp(b - reach), Math.exp(b + reach), dispersion, p);
    }
}
