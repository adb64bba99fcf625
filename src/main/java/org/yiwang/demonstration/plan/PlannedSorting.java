package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.demonstration.plan.YearPlan.PlannedTrial;
import org.yiwang.demonstration.plan.YearPlan.Sorting;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rounds.model.Stop;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How households sorted at each drop-off point, and from when on a guide no longer stood there. */
public final class PlannedSorting {
    private static final double DAYS_OF_YEAR = 365;
    /** Of the bags looked at, so many of a hundred are of each kind. */
    private static final Map<String, Integer> KINDS =
            new TreeMap<>(Map.of("wet", 44, "dry", 42, "recyclable", 12, "hazardous", 2));

    private static final List<String> MIXED =
            List.of("unopened", "dry-in-wet", "wet-in-dry", "recyclable-in-dry", "hazardous-in-other");
    private static final double MIXED_BELOW = 0.78;

    private final YearPlan year;
    private final Sorting sorting;
    private final Map<String, String> estateOf = new HashMap<>();
    private final Map<String, LocalDate> withoutSince = new TreeMap<>();

    /**
     * @param estates by the code of the building
     * @param points of the register
     */
    public PlannedSorting(YearPlan year, Sorting sorting, Map<String, String> estates, List<EntryFacts> points) {
        this.year = year;
        this.sorting = sorting;
        for (EntryFacts point : points) {
            String estate = estates.get(point.data().path("building").asString(""));
            if (estate != null) estateOf.put(point.key(), estate);
        }
        PlannedTrial trial = sorting.trial();
        if (trial != null)
            trial.starts()
                    .forEach((estate, first) -> without(
                            estate,
                            first,
                            trial.apart(),
                            points.stream()
                                    .filter(point ->
                                            point.data().path("supervised").asBoolean(false))
                                    .map(EntryFacts::key)
                                    .sorted()
                                    .toList()));
    }

    private void without(String estate, LocalDate first, int apart, List<String> points) {
        LocalDate day = first;
        for (String point : points)
            if (estate.equals(estateOf.get(point))) {
                withoutSince.put(point, day);
                day = day.plusDays(apart);
            }
    }

    /** First day without a guide, by the key of the point. */
    public Map<String, LocalDate> withoutSince() {
        return withoutSince;
    }

    boolean knows(Stop stop) {
        return stop.packageId().equals("waste") && stop.round().equals("sorting");
    }

    /** @param point what the register knows of it */
    ObjectNode answers(Stop stop, ObjectNode point, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        String key = stop.subject().key();
        String estate = Optional.ofNullable(estateOf.get(key))
                .orElse(point.path("building").asString(""));
        boolean without = isWithout(key, day);
        double rate = rate(estate, day, without, new Dice(year.seed(), "sorted", (key + day).hashCode()));
        Dice dice = new Dice(year.seed(), "bags", (key + day).hashCode());
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        KINDS.forEach((kind, share) -> {
            int looked = Math.round(sorting.bags() * share / 100f * (0.7f + 0.6f * (float) dice.share()));
            int right = 0;
            for (int bag = 0; bag < looked; bag++) if (dice.chance(rate)) right++;
            answers.put(kind + "-looked", looked);
            answers.put(kind + "-correct", right);
        });
        answers.putArray("contamination").add(rate < MIXED_BELOW ? dice.pick(MIXED) : "none");
        answers.put("guide", !without);
        return answers;
    }

    private boolean isWithout(String point, LocalDate day) {
        LocalDate since = withoutSince.get(point);
        return since != null && !day.isBefore(since);
    }

    private double rate(String estate, LocalDate day, boolean without, Dice check) {
        Dice own = new Dice(year.seed(), "estate", estate.hashCode());
        double points = sorting.rate()
                + sorting.spread() * (own.share() + own.share() + own.share() - 1.5)
                + sorting.gain() * day.getDayOfYear() / DAYS_OF_YEAR
                + sorting.swing() * (check.share() + check.share() + check.share() - 1.5);
        @Nullable PlannedTrial trial = sorting.trial();
        if (without && trial != null) points += trial.effect();
        return Math.clamp(points / 100, 0.02, 0.98);
    }
}
