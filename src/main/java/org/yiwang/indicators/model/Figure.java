package org.yiwang.indicators.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator says of one period.
 *
 * @param value a rate as a share, 0 to 1; null where there was nothing to divide by
 * @param numerator null where the figure is no ratio, like {@code denominator}
 */
public record Figure(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator) {
    /** More than any figure shows, so that rounding happens once, where it is shown. */
    private static final int SCALE = 12;

    public static Figure sum(@Nullable BigDecimal value) {
        return new Figure(value == null ? BigDecimal.ZERO : value, null, null);
    }

    public static Figure ratio(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        BigDecimal over = numerator == null ? BigDecimal.ZERO : numerator;
        BigDecimal under = denominator == null ? BigDecimal.ZERO : denominator;
        BigDecimal share = under.signum() == 0 ? null : over.divide(under, SCALE, RoundingMode.HALF_UP);
        return new Figure(share, over, under);
    }
}
