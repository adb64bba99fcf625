package org.yiwang.sorting.model;

import java.util.Collection;

/**
 * The correct rate (分类正确率): bags sorted right of bags looked at, with its interval.
 *
 * <p>The interval is Wilson's (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212), at 95 %. Bags of one check
 * come from the same few households and are alike, so that many bags of few checks say less than they seem to: they count as {@code looked ÷ dispersion} bags,
 * where the dispersion is Pearson's χ² of the checks ÷ its degrees of freedom, one at least (Rao and Scott, "A simple method for the analysis of clustered binary
 * data", Biometrics 48 (1992) 577–585).
 *
 * @param checks in which anything was looked at
 */
public record Share(int checks, int looked, int correct, double dispersion) {
    /** With fewer checks, or fewer bags, a rate is shown and not ranked: at a hundred bags and a rate of 80 % the interval reaches 8 points to both sides. */
    public static final int CHECKS_ENOUGH = 4;

    public static final int LOOKED_ENOUGH = 100;

    private static final double Z = 1.959963984540054;

    /** Bounds between 0 and 1. */
    public record Interval(double low, double high) {}

    public static Share of(Collection<Check> checks) {
        int looked = 0;
        int correct = 0;
        int made = 0;
        for (Check check : checks) {
            looked += check.looked();
            correct += check.correct();
            if (check.looked() > 0) made++;
        }
        return new Share(made, looked, correct, dispersion(checks, made, looked, correct));
    }

    private static double dispersion(Collection<Check> checks, int made, int looked, int correct) {
        if (made < 2 || correct == 0 || correct == looked) return 1;
        double rate = (double) correct / looked;
        double chi = 0;
        for (Check check : checks)
            if (check.looked() > 0) {
                double off = check.correct() - check.looked() * rate;
                chi += off * off / (check.looked() * rate * (1 - rate));
            }
        return Math.max(1, chi / (made - 1));
    }

    public boolean isKnown() {
        return looked > 0;
    }

    public boolean isEnough() {
        return checks >= CHECKS_ENOUGH && looked >= LOOKED_ENOUGH;
    }

    /** @throws IllegalStateException where nothing was looked at */
    public double rate() {
        if (!isKnown()) throw new IllegalStateException("Nothing was looked at");
        return (double) correct / looked;
    }

    public Interval interval() {
        double rate = rate();
        double bags = looked / dispersion;
        double middle = rate + Z * Z / (2 * bags);
        double reach = Z * Math.sqrt(rate * (1 - rate) / bags + Z * Z / (4 * bags * bags));
        double all = 1 + Z * Z / bags;
        return new Interval(Math.max(0, (middle - reach) / all), Math.min(1, (middle + reach) / all));
    }
}
