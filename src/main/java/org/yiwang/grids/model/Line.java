package org.yiwang.grids.model;

import org.jspecify.annotations.Nullable;

/**
 * Whom a cell falls to, of one department.
 *
 * @param edition of the department's grid
 * @param grid null for nobody
 * @param share of the cell that lies in that grid
 * @param reason of the person who decided, where one had to
 */
public record Line(
        String cell,
        String department,
        int edition,
        @Nullable String grid,
        double share,
        Finding finding,
        @Nullable String reason,
        @Nullable String decidedBy) {

    /** Whether a person has still to decide. */
    public boolean isOpen() {
        return finding.isConflict() && decidedBy == null;
    }
}
