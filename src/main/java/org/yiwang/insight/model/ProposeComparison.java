package org.yiwang.insight.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cells to compare a measure's cells with: as much of the same matter before, and so far off that what is driven out of the target does not land there. Alike in
 * the rate before, they fall back from a chance height as the target does, which a comparison with all other cells would count as an effect (regression to the
 * mean; Linden, "Assessing regression to the mean effects in health care initiatives", BMC Med. Res. Methodol. 13 (2013) 119).
 */
public final class ProposeComparison {
    private static final int PER_TARGET = 4;
    private static final int CELLS_MIN = 6;
    private static final int CELLS_MAX = 40;

    private final Ground ground;

    public ProposeComparison(Ground ground) {
        this.ground = ground;
    }

    /**
     * The likest first; fewer than wanted where the matter happens nowhere else.
     *
     * @param before cases of the matter per cell before the measure
     */
    public List<Integer> of(Set<Integer> targets, int[] before) {
        Set<Integer> near = new HashSet<>(targets);
        for (int target : targets) for (int next : ground.adjacent(target)) near.add(next);
        double rate = targets.stream().mapToInt(cell -> before[cell]).average().orElse(0);
        List<Integer> alike = IntStream.range(0, before.length)
                .filter(cell -> before[cell] > 0 && !near.contains(cell))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> Math.abs(Math.log((before[cell] + 0.5) / (rate + 0.5))))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.clamp((long) PER_TARGET * targets.size(), CELLS_MIN, CELLS_MAX))
                .toList();
        List<Integer> sorted = new ArrayList<>(alike);
        sorted.sort(Comparator.naturalOrder());
        return sorted;
    }
}
