package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The same record, the same caller, the same corner again and again with the same matter. The rule is that of the hotline: three times within 30 days is a matter
 * to be met about. How unlikely so many are is said beside it: by the Poisson distribution, were the month's cases shared out evenly over all that had any.
 */
final class Repetitions {
    static final int DAYS = 30;
    static final int TIMES = 3;

    private Repetitions() {}

    /** Something that repeats, before it is held against the others of the night. */
    record Repeated(Kind kind, String category, String key, List<Occurrence> cases, double expected, double p) {}

    static List<Repeated> find(List<Occurrence> cases, LocalDate day) {
        Map<String, List<Occurrence>> byCategory = cases.stream()
                .filter(one -> !one.day().isBefore(day.minusDays(DAYS - 1L))
                        && !one.day().isAfter(day))
                .collect(Collectors.groupingBy(Occurrence::category, TreeMap::new, Collectors.toList()));
        List<Repeated> found = new ArrayList<>();
        byCategory.forEach((category, own) -> {
            found.addAll(by(Kind.SAME_RECORD, category, own, Occurrence::subject));
            found.addAll(by(Kind.SAME_CALLER, category, own, Occurrence::caller));
            found.addAll(by(Kind.SAME_PLACE, category, own, one -> one.subject() == null ? one.spot() : null));
        });
        return found;
    }

    private static List<Repeated> by(
            Kind kind, String category, List<Occurrence> cases, Function<Occurrence, @Nullable String> what) {
        Map<String, List<Occurrence>> groups = new TreeMap<>();
        for (Occurrence one : cases) {
            String key = what.apply(one);
            if (key != null) groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
        }
        int all = groups.values().stream().mapToInt(List::size).sum();
        double expected = (double) all / Math.max(1, groups.size());
        List<Repeated> repeated = new ArrayList<>();
        groups.forEach((key, own) -> {
            if (own.size() < TIMES) return;
            own.sort(Comparator.comparing(Occurrence::day).reversed());
            double p = 1 - new PoissonDistribution(expected).cumulativeProbability(own.size() - 1);
            repeated.add(new Repeated(kind, category, key, own, expected, p));
        });
        return repeated;
    }
}
