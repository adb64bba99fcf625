package org.yiwang.grids.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays the departments' grids over one another: of each department at most one grid for each cell. */
public final class MergeGrids {
    private MergeGrids() {}

    /**
     * @param cells in the order of the table
     * @param rulings the latest for each department and cell, by {@link #key}
     */
    public static Draft merge(List<String> cells, List<Survey> surveys, Map<String, Ruling> rulings) {
        List<Line> lines = new ArrayList<>();
        for (String cell : cells)
            for (Survey survey : surveys)
                lines.add(line(
                        survey,
                        survey.propose(cell),
                        rulings.get(key(survey.department().code(), cell))));
        return new Draft(surveys, lines);
    }

    public static String key(String department, String cell) {
        return department + "/" + cell;
    }

    private static Line line(Survey survey, Proposal proposal, @Nullable Ruling ruling) {
        if (ruling == null || !ruling.stands(proposal, survey.grids().keySet()))
            return line(survey, proposal, proposal.grid(), null, null);
        return line(survey, proposal, ruling.grid(), ruling.reason(), ruling.by());
    }

    private static Line line(
            Survey survey, Proposal proposal, @Nullable String grid, @Nullable String reason, @Nullable String by) {
        return new Line(
                proposal.cell(),
                survey.department().code(),
                survey.edition().number(),
                grid,
                proposal.shareOf(grid),
                proposal.finding(),
                reason,
                by);
    }
}
