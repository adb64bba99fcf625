package org.yiwang.insight.model;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;

/** How a count spreads about its mean: Poisson, or negative binomial where its variance is {@code dispersion} times the mean. */
final class CountSpread {
    private static final int COUNT_MAX = 100_000;

    private CountSpread() {}

    /** The least count that is not exceeded with this probability. */
    static int quantile(double mean, double dispersion, double probability) {
        if (mean <= 0) return 0;
        if (dispersion <= 1.0001) return new PoissonDistribution(mean).inverseCumulativeProbability(probability);
        double size = mean / (dispersion - 1);
        double success = 1 / dispersion;
        double sum = 0;
        for (int k = 0; k < COUNT_MAX; k++) {
            sum += Math.exp(Gamma.logGamma(k + size)
                    - Gamma.logGamma(size)
                    - Gamma.logGamma(k + 1.0)
                    + size * Math.log(success)
                    + k * Math.log(1 - success));
            if (sum >= probability) return k;
        }
        return COUNT_MAX;
    }
}
