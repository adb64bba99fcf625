package org.yiwang.sorting.model;

/**
 * Alarms over the time in which they could have been raised.
 *
 * @param pointDays days of points whose devices were heard; one point for one day is one
 */
public record Rate(int alarms, double pointDays) {
    /** Fewer say nothing. */
    public static final double POINT_DAYS_ENOUGH = 14;

    private static final double HUNDRED = 100;

    public boolean isKnown() {
        return pointDays > 0;
    }

    public boolean isEnough() {
        return pointDays >= POINT_DAYS_ENOUGH;
    }

    /** @throws IllegalStateException where nobody watched */
    public double perHundred() {
        if (!isKnown()) throw new IllegalStateException("Nobody watched");
        return alarms * HUNDRED / pointDays;
    }

    /** Natural logarithm of the rate a point-day; half an alarm is added, so that none is a number too (Haldane and Anscombe). */
    double log() {
        return Math.log((alarms + 0.5) / pointDays);
    }
}
