package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure that others report and somebody has entered by hand.
 *
 * @param peer another sub-district; null for the own one in a month before its own records
 * @param measure of the scheme, or {@link #TOTAL}
 * @param value of a measure in per cent, of the total in points
 * @param source where it was read
 * @param replaced whether a later entry counts instead
 */
public record Reference(
        UUID id,
        YearMonth month,
        @Nullable String peer,
        @Nullable String peerEn,
        String measure,
        BigDecimal value,
        String source,
        String by,
        Instant at,
        boolean replaced) {
    public static final String TOTAL = "total";
}
