package org.yiwang.insight.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the weeks before and after a measure in its cells and in those it is compared with. */
public final class MeasureEffect {
    /** So many weeks before the measure are looked at, and as many after it at most. */
    public static final int WEEKS_MAX = 12;

    private static final int WEEKS_MIN = 2;

    private final Ground ground;

    public MeasureEffect(Ground ground) {
        this.ground = ground;
    }

    /**
     * Empty while there are too few weeks after its beginning.
     *
     * @param cases of any category, from {@link #WEEKS_MAX} weeks before the beginning on
     * @param until last day that counts
     */
    public Optional<Effect> of(Task task, LocalDate begun, LocalDate until, List<Occurrence> cases) {
        int after = (int) Math.min(WEEKS_MAX, (ChronoUnit.DAYS.between(begun, until) + 1) / 7);
        if (after < WEEKS_MIN) return Optional.empty();
        LocalDate first = begun.minusWeeks(WEEKS_MAX);
        List<Occurrence> own = cases.stream()
                .filter(one -> one.category().equals(task.category()))
                .toList();
        return Optional.of(Effect.of(
                weeks(own, task.cells(), first, WEEKS_MAX),
                weeks(own, task.cells(), begun, after),
                weeks(own, task.compared(), first, WEEKS_MAX),
                weeks(own, task.compared(), begun, after)));
    }

    /** Weekly counts in these cells from a day on. */
    public int[] weeks(List<Occurrence> cases, Collection<String> cells, LocalDate first, int weeks) {
        Set<Integer> there = cells.stream().map(ground::number).collect(Collectors.toSet());
        int[] counts = new int[weeks];
        for (Occurrence one : cases) {
            long days = ChronoUnit.DAYS.between(first, one.day());
            if (days >= 0 && days < 7L * weeks && there.contains(one.cell())) counts[(int) days / 7]++;
        }
        return counts;
    }
}
