package org.yiwang.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a crew found and did at a stop.
 *
 * @param reason why it was left, of the offering's list; null where it was taken or nobody was there
 * @param kilograms weighed, by material
 * @param at when, by the device: the network may have come later
 */
public record Outcome(
        @Nullable String reason,
        String note,
        Map<String, Integer> kilograms,
        List<UUID> before,
        List<UUID> after,
        Instant at) {
    public int total() {
        return kilograms.values().stream().mapToInt(Integer::intValue).sum();
    }
}
