package org.yiwang.grids.model;

import java.util.List;
import java.util.Map;

/**
 * An edition of a department's grid, laid over the cells.
 *
 * @param grids by code
 * @param shares by cell, the largest first
 */
public record Survey(Department department, Edition edition, Map<String, Grid> grids, Map<String, List<Share>> shares) {

    public Proposal propose(String cell) {
        return ProposeHolders.propose(cell, shares.getOrDefault(cell, List.of()));
    }
}
