package org.yiwang.registry.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of a register as it stands, or as it stood on a day.
 *
 * @param data by the form's fields, personal ones open
 * @param version grows by one with every change
 * @param confirmedAt when somebody last said that it is right
 * @param retiredAt since when it no longer is, where it has ended
 */
public record Entry(
        UUID id,
        String register,
        String key,
        String label,
        ObjectNode data,
        @Nullable Site site,
        int version,
        Instant confirmedAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant retiredAt) {

    public boolean isRetired() {
        return retiredAt != null;
    }
}
