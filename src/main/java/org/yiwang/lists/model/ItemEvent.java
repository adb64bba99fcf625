package org.yiwang.lists.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * One step taken with an item; none is ever changed.
 *
 * @param version of the item afterwards; the first, which gave the item out, made it 1
 * @param step missing for the first
 * @param day asked for, granted or set anew
 */
public record ItemEvent(
        int version,
        Instant at,
        UUID by,
        String byName,
        UnitId unit,
        @Nullable Step step,
        String note,
        @Nullable LocalDate day,
        List<UUID> photos) {}
