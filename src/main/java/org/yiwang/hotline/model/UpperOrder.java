package org.yiwang.hotline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it comes, from the interface or from a sheet.
 *
 * @param no its number at the upper platform, which stays the same for ever
 * @param category as the upper platform sorts matters; what that is here, the package says
 * @param dueAt by when the upper platform wants it closed; null where it leaves that to the limits of the kind
 * @param lon WGS 84; null where nobody gave a point
 */
public record UpperOrder(
        String no,
        OrderKind kind,
        boolean urgent,
        String category,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String title,
        String words,
        @Nullable String caller,
        @Nullable String phone,
        String address,
        @Nullable Double lon,
        @Nullable Double lat) {
    public static final int NO_CHARACTERS_MAX = 40;
}
