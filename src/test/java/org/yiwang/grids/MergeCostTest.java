package org.yiwang.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.yiwang.grids.intake.Ground;
import org.yiwang.grids.intake.HandedIn;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Draft;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.grids.model.MergeGrids;
import org.yiwang.grids.model.Survey;
import org.yiwang.organisation.UnitId;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;

/** How long the merging takes: 410 cells under seven departments' grids, none of which follows the cells. */
class MergeCostTest {
    private static final int DEPARTMENTS = 7;
    private static final Duration BOUND = Duration.ofMillis(1_500);
    private static final double STEP_DEGREES = 0.0004;

    @Test
    void seven_departments_grids_are_merged_within_the_bound() {
        Ground ground = new Ground(Daqiao.TERRITORY);
        Map<Department, List<Grid>> handedIn = new LinkedHashMap<>();
        for (int i = 0; i < DEPARTMENTS; i++)
            handedIn.put(new Department("d" + i, i, "d", "d", new UnitId("centre"), List.of()), moved(i));
        merge(ground, handedIn);
        long start = System.nanoTime();
        Draft draft = merge(ground, handedIn);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%d cells × %d departments, %d grids: %d ms%n",
                ground.cells().size(),
                DEPARTMENTS,
                handedIn.values().stream().mapToInt(List::size).sum(),
                took.toMillis());
        assertThat(draft.lines()).hasSize(ground.cells().size() * DEPARTMENTS);
        assertThat(draft.open()).isNotEmpty();
        assertThat(took).isLessThan(BOUND);
    }

    private static Draft merge(Ground ground, Map<Department, List<Grid>> handedIn) {
        List<Survey> surveys = new ArrayList<>();
        handedIn.forEach((department, grids) -> surveys.add(HandedIn.laid(ground, department, grids)));
        return MergeGrids.merge(List.copyOf(ground.cells().keySet()), surveys, Map.of());
    }

    /** The committees, each department's a little further off, so that every boundary cuts through cells. */
    private static List<Grid> moved(int by) {
        AffineTransformation shift =
                AffineTransformation.translationInstance((by + 1) * STEP_DEGREES, by * STEP_DEGREES / 2);
        List<Grid> grids = new ArrayList<>();
        for (MapFeature committee : Daqiao.TERRITORY.of(Layer.COMMITTEE)) {
            Geometry shape = shift.transform(committee.geometry());
            grids.add(
                    new Grid(committee.code(), committee.code(), null, new Holder(null, "-", null), List.of(), shape));
        }
        return grids;
    }
}
