package org.yiwang.alarms.model;

/**
 * How often a device cries wolf: of its alarms that people have judged, those that were false.
 *
 * @param judged within the days that are looked at
 * @param wrong of these
 */
public record FalseRate(int judged, int wrong) {
    public static final int DAYS = 90;

    /** Per cent, rounded; 0 where nothing was judged. */
    public int percent() {
        return judged == 0 ? 0 : Math.round(100f * wrong / judged);
    }
}
