package org.yiwang.grids.intake;

import java.util.List;
import org.yiwang.grids.model.Grid;
import org.yiwang.territory.ImportAnswer.Fault;
import org.yiwang.territory.ImportAnswer.Patch;

/**
 * What a file of grids holds and what is wrong with it.
 *
 * @param overlaps within the department
 * @param gaps ground of the territory that the department leaves out; no fault, because nobody may be meant to be there
 */
public record Intake(List<Grid> grids, List<Fault> faults, List<Patch> overlaps, List<Patch> gaps) {

    public boolean isSound() {
        return faults.isEmpty();
    }
}
