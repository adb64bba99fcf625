package org.yiwang.lists.model;

/**
 * How many closed cases of a unit are looked at again: the larger of a number and a share, never more than there are.
 *
 * @param perUnit at least so many of each unit
 * @param percent of the unit's closed cases, rounded up
 */
public record SampleRule(int perUnit, int percent) {
    public static final int PER_UNIT_MAX = 100;
    public static final int PERCENT_MAX = 100;

    public boolean isPossible() {
        return perUnit >= 1 && perUnit <= PER_UNIT_MAX && percent >= 0 && percent <= PERCENT_MAX;
    }

    public int size(int closed) {
        int share = (closed * percent + PERCENT_MAX - 1) / PERCENT_MAX;
        return Math.min(closed, Math.max(perUnit, share));
    }
}
