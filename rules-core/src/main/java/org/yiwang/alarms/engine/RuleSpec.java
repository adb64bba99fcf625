package org.yiwang.alarms.engine;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a package states it. Times are milliseconds; 0 stands for none.
 *
 * @param id within its kind
 * @param on kinds of messages it looks at; empty for all
 * @param per a channel whose values are looked at one by one, such as the bins of one sensor; null where the device is one thing
 * @param raise what has to hold; null in a rule about silence
 * @param forMillis how long it has to hold before it counts
 * @param count how often it has to hold within {@code withinMillis}; 1 where once is enough
 * @param silentMillis in a rule about silence, how long nothing of {@code on} was heard
 * @param levels how bad it is, the mildest first; at least one, whose condition is not asked
 * @param clear what ends it; null where the end of {@code raise} does
 * @param clearAfterQuietMillis ends it when {@code raise} did not hold for so long
 * @param hours when it looks at all; empty for always
 * @param cooldownMillis how long after its end it does not alarm again
 * @param remindMillis how often it says again that it still holds
 * @param suppressedBy rules of this device, or of those it hangs on, that explain it
 * @param late whether it also alarms for what comes late
 * @param orders what is asked of the device when it begins
 */
public record RuleSpec(
        String id,
        Set<String> on,
        @Nullable String per,
        @Nullable String raise,
        long forMillis,
        int count,
        long withinMillis,
        long silentMillis,
        List<Level> levels,
        @Nullable String clear,
        long clearAfterQuietMillis,
        List<Hours> hours,
        long cooldownMillis,
        long remindMillis,
        Set<String> suppressedBy,
        boolean late,
        List<Order> orders) {

    /** The flood of a family's alarms beyond what a person can read; no package may state a rule of this name. */
    public static final String FLOOD = "flood";

    public RuleSpec {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        hours = List.copyOf(hours);
        suppressedBy = Set.copyOf(suppressedBy);
        orders = List.copyOf(orders);
    }

    public boolean isAboutSilence() {
        return silentMillis > 0;
    }

    /**
     * @param when what makes it so bad; it falls back by itself. Null where time does
     * @param afterMillis since the beginning; stays until the end
     */
    public record Level(Severity severity, @Nullable String when, long afterMillis) {}

    /**
     * @param days Monday is the lowest bit
     * @param from minutes of the day, included
     * @param to excluded; not after {@code from} where it runs past midnight
     */
    public record Hours(int days, int from, int to) {
        boolean contain(int day, int minute) {
            if (from < to) return is(day) && minute >= from && minute < to;
            return (is(day) && minute >= from) || (is(Math.floorMod(day - 1, 7)) && minute < to);
        }

        private boolean is(int day) {
            return (days >> day) % 2 == 1;
        }
    }

    /**
     * What the device is asked to do; it decides itself and answers.
     *
     * @param unless what forbids to ask
     */
    public record Order(
            String name,
            SortedMap<String, String> arguments,
            @Nullable String unless) {
        public Order {
            arguments = new TreeMap<>(arguments);
        }
    }
}
