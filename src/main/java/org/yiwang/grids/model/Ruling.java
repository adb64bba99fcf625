package org.yiwang.grids.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision whom a cell falls to.
 *
 * @param grid null for nobody
 * @param seen the shares when it was decided, by grid
 */
public record Ruling(
        String cell,
        String department,
        @Nullable String grid,
        String reason,
        Map<String, Double> seen,
        String by,
        Instant at) {
    private static final double SAME = 0.01;

    /**
     * A decision holds as long as what it was about is still the case.
     *
     * @param grids that the department has now
     */
    public boolean stands(Proposal now, Set<String> grids) {
        if (grid != null && !grids.contains(grid)) return false;
        return seen.size() == now.shares().size()
                && now.shares().stream()
                        .allMatch(share -> Math.abs(seen.getOrDefault(share.grid(), 0.0) - share.share()) <= SAME);
    }
}
