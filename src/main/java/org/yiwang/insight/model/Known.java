package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding of nights before.
 *
 * @param dismissedAt how many cases it had when it was put aside; null where it was not
 */
public record Known(
        UUID id,
        Kind kind,
        String category,
        String key,
        List<String> cells,
        LocalDate lastSeen,
        @Nullable Integer dismissedAt) {}
