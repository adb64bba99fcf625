package org.yiwang.insight.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is kept: what the last night said of it, since when it is known, and whether somebody put it aside.
 *
 * @param returnedOn when it came back, having grown after it was put aside
 */
public record Finding(
        UUID id,
        Found found,
        List<String> committees,
        List<String> areas,
        LocalDate firstSeen,
        LocalDate lastSeen,
        @Nullable Dismissal dismissal,
        @Nullable LocalDate returnedOn) {

    /** @param cases how many it had then */
    public record Dismissal(Instant at, String by, String reason, int cases) {}

    public Known known() {
        return new Known(
                id,
                found.kind(),
                found.category(),
                found.key(),
                found.cells(),
                lastSeen,
                dismissal == null ? null : dismissal.cases());
    }
}
