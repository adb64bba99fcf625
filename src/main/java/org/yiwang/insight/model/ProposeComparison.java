package org.yiwang.insight.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cells to compare a measure's cells with: where the matter happens too, and so far off that what is driven out of the target does not land there.
 *
 * <p>They are chosen by a time that the effect does not count. Chosen by the weeks before the measure, those would be taken that were high by chance; they would
 * fall back by themselves, and the target beside them would seem to rise (Daw and Hatfield, "Matching and regression to the mean in difference-in-differences
 * analysis", Health Services Research 53 (2018) 4138–4156).
 */
public final class ProposeComparison {
    private static final int PER_TARGET = 8;
    private static final int CELLS_MIN = 24;
    private static final int CELLS_MAX = 60;

    private final Ground ground;

    public ProposeComparison(Ground ground) {
        this.ground = ground;
    }

    /**
     * Where it happens most, in the order of the cells; none where the matter happened nowhere else.
     *
     * @param earlier cases of the matter per cell before the weeks that are compared
     */
    public List<Integer> of(Set<Integer> targets, int[] earlier) {
        Set<Integer> near = new HashSet<>(targets);
        for (int target : targets) for (int next : ground.adjacent(target)) near.add(next);
        return IntStream.range(0, earlier.length)
                .filter(cell -> earlier[cell] > 0 && !near.contains(cell))
                .boxed()
                .sorted(Comparator.comparingInt((Integer cell) -> -earlier[cell])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.clamp((long) PER_TARGET * targets.size(), CELLS_MIN, CELLS_MAX))
                .sorted()
                .toList();
    }
}
