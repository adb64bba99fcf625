package org.yiwang.grids.model;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions as a person makes them who sees this. */
final class Rulings {
    private Rulings() {}

    static Ruling of(Line line, @Nullable String grid, Proposal seen) {
        return new Ruling(
                line.cell(),
                line.department(),
                grid,
                "踏勘",
                seen.shares().stream().collect(Collectors.toMap(Share::grid, Share::share)),
                "严惠芳",
                Instant.parse("2021-03-01T01:00:00Z"));
    }
}
