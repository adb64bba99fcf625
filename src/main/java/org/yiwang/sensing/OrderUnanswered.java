package org.yiwang.sensing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Tenant;

/**
 * A device has not answered an order, or nobody was there to be asked. Told in the transaction in which that is written down.
 *
 * @param kind of order
 * @param alarm which the order belongs to; null where a person gave it without one
 */
public record OrderUnanswered(
        Tenant tenant,
        String order,
        String device,
        String kind,
        @Nullable String alarm,
        Instant at) {}
