package org.yiwang.grids.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shares alone would give a cell.
 *
 * @param grid null for nobody
 * @param shares the largest first
 */
public record Proposal(String cell, @Nullable String grid, Finding finding, List<Share> shares) {

    /** How much of the cell lies in this grid. */
    public double shareOf(@Nullable String wanted) {
        return shares.stream()
                .filter(share -> share.grid().equals(wanted))
                .mapToDouble(Share::share)
                .findFirst()
                .orElse(0);
    }
}
