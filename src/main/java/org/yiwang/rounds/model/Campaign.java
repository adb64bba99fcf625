package org.yiwang.rounds.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/**
 * A special campaign (专项): a round walked once over chosen records.
 *
 * @param unit whose people walk it; null where those do who are responsible for the cell
 * @param period all of its days
 */
public record Campaign(
        UUID id,
        Tenant tenant,
        String packageId,
        int version,
        String round,
        String name,
        @Nullable UnitId unit,
        Period period,
        Chosen chosen,
        Deed started,
        @Nullable Ended ended) {

    /** Who did it and when. */
    public record Deed(Instant at, UUID by, String byName) {}

    /** The end before its time. */
    public record Ended(Deed deed, String reason) {}

    public String roundId() {
        return packageId + "/" + round;
    }

    public boolean isOver(Instant now) {
        return ended != null || !now.isBefore(period.end());
    }
}
