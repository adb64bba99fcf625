package org.yiwang.lists.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * What was done about a risk point.
 *
 * @param item given against it; missing where it was left at {@code words}, the reason why nothing more is done
 */
public record Settled(
        String category, UnitId unit, @Nullable UUID item, String words, String by, Instant at) {}
