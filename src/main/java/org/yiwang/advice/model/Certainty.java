package org.yiwang.advice.model;

import java.util.Collections;
import java.util.List;

/**
 * How bold a model may be. Its certainty is divided by a temperature, above 1 for less bold, and by one of its own for each band of familiarity: what share of a text's
 * traits was ever learned. A caller who says it in new words leaves it less to go by than one whose sentence it knows, and one temperature for both would be too bold for
 * the first and too timid for the second.
 *
 * @param temperatures of the bands, the least familiar first
 */
public record Certainty(List<Double> temperatures) {
    /** Shares from which on the next band begins. */
    static final List<Double> BOUNDS = List.of(0.6, 0.7, 0.8, 0.88, 0.94, 0.98);

    public static final int BANDS = BOUNDS.size() + 1;
    /** Not scaled at all. */
    public static final Certainty RAW = alike(1);

    public Certainty {
        if (temperatures.size() != BANDS)
            throw new IllegalArgumentException(BANDS + " bands need as many temperatures, not " + temperatures.size());
    }

    public static Certainty alike(double temperature) {
        return new Certainty(Collections.nCopies(BANDS, temperature));
    }

    static int band(double familiarity) {
        return (int) BOUNDS.stream().filter(bound -> familiarity >= bound).count();
    }

    double at(double familiarity) {
        return temperatures.get(band(familiarity));
    }
}
