package org.yiwang.scenario.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers open a case. Bounds themselves are within the limits.
 *
 * @param code of the case type
 * @param above opens for what is greater
 * @param below opens for what is less
 */
public record Opens(
        String code, @Nullable BigDecimal above, @Nullable BigDecimal below) {
    public boolean holds(BigDecimal value) {
        return (above != null && value.compareTo(above) > 0) || (below != null && value.compareTo(below) < 0);
    }
}
