package org.yiwang.casework.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it comes in.
 *
 * @param reports ids of the reporters' parts; none for what an inspector or a device finds
 */
public record NewCase(
        Channel channel,
        String category,
        String title,
        String description,
        Urgency urgency,
        Place place,
        List<UUID> reports,
        List<Evidence> evidence,
        @Nullable UUID parent) {}
