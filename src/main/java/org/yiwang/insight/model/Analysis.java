package org.yiwang.insight.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One night's analysis of all cases, whatever their source. The same cases give the same findings: chance is thrown from a seed made of day and category.
 *
 * <p>Each way of looking is a family of tests of its own, held to a false discovery rate of {@link #RATE}.
 */
public final class Analysis {
    /** Share of false findings among those of one kind that is put up with. */
    public static final double RATE = 0.05;

    /** Cases of so many days tell where a category's cases lie usually, and what else is reported where. */
    public static final int PAST_DAYS = 365;

    static final int HOT_SPOT_DAYS = 56;
    static final int BURST_DAYS = 91;
    static final int TREND_WEEKS = 16;
    static final int TREND_CASES_MIN = 30;
    private static final int BURST_CASES_MIN = 6;
    /** So many cases are lent to every cell, so that one without any is not taken for a place where nothing can happen. */
    private static final double LENT = 2;

    private final Ground ground;
    private final Function<LocalDate, Integer> group;

    /** @param group the kind of a day as {@link DayFactors} counts them */
    public Analysis(Ground ground, Function<LocalDate, Integer> group) {
        this.ground = ground;
        this.group = group;
    }

    /**
     * @param past cases of the last {@link #PAST_DAYS} days up to this one; others are left out
     * @param day the last whole day
     */
    public List<Found> on(LocalDate day, List<Occurrence> past) {
        List<Occurrence> cases = past.stream()
                .filter(within(day, PAST_DAYS))
                .sorted(Comparator.comparing(Occurrence::day).reversed().thenComparing(Occurrence::id))
                .toList();
        Map<String, List<Occurrence>> byCategory =
                cases.stream().collect(Collectors.groupingBy(Occurrence::category, TreeMap::new, Collectors.toList()));
        List<Found> found = new ArrayList<>();
        found.addAll(hotSpots(day, cases, byCategory));
        found.addAll(bursts(day, byCategory));
        found.addAll(repetitions(day, cases));
        found.addAll(rising(day, byCategory));
        return found;
    }

    private static Predicate<Occurrence> within(LocalDate day, int days) {
        return one -> !one.day().isAfter(day) && one.day().isAfter(day.minusDays(days));
    }

    /** A category that was tested everywhere, until the other categories are too. */
    private static final class Tested {
        private final String category;
        private final List<Occurrence> cases;
        private final int[] counts;
        private final double[] shares;
        private final List<HotSpots.Tested> cells;

        Tested(String category, List<Occurrence> cases, int[] counts, double[] shares, List<HotSpots.Tested> cells) {
            this.category = category;
            this.cases = cases;
            this.counts = counts;
            this.shares = shares;
            this.cells = cells;
        }
    }

    private List<Found> hotSpots(LocalDate day, List<Occurrence> all, Map<String, List<Occurrence>> byCategory) {
        HotSpots hotSpots = new HotSpots(ground);
        int[] everything = count(all);
        List<Tested> tested = new ArrayList<>();
        byCategory.forEach((category, own) -> {
            List<Occurrence> late =
                    own.stream().filter(within(day, HOT_SPOT_DAYS)).toList();
            if (late.size() < HotSpots.CASES_MIN) return;
            int[] counts = count(late);
            double[] shares = shares(everything, count(own));
            tested.add(new Tested(category, late, counts, shares, hotSpots.test(counts, shares)));
        });
        double[] q = FalseDiscovery.adjusted(tested.stream()
                .flatMap(one -> one.cells.stream())
                .mapToDouble(HotSpots.Tested::p)
                .toArray());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            Tested one = tested.get(i);
            double[] own = Arrays.copyOfRange(q, i * ground.size(), (i + 1) * ground.size());
            for (HotSpots.Spot spot : hotSpots.spots(one.counts, one.shares, one.cells, own, RATE))
                found.add(new Found(
                        Kind.HOT_SPOT,
                        one.category,
                        "",
                        "",
                        codes(spot.cells()),
                        day.minusDays(HOT_SPOT_DAYS - 1L),
                        day,
                        spot.observed(),
                        spot.expected(),
                        spot.score(),
                        spot.p(),
                        spot.q(),
                        ids(one.cases, in(spot.cells()))));
        }
        return found;
    }

    /** What part of all other matters lies in each cell. */
    private double[] shares(int[] everything, int[] own) {
        double total = LENT * ground.size();
        for (int i = 0; i < everything.length; i++) total += everything[i] - own[i];
        double[] shares = new double[everything.length];
        for (int i = 0; i < shares.length; i++) shares[i] = (everything[i] - own[i] + LENT) / total;
        return shares;
    }

    private List<Found> bursts(LocalDate day, Map<String, List<Occurrence>> byCategory) {
        List<String> categories = new ArrayList<>();
        List<List<Occurrence>> cases = new ArrayList<>();
        List<List<SpaceTimeScan.Cluster>> clusters = new ArrayList<>();
        byCategory.forEach((category, own) -> {
            List<Occurrence> late = own.stream().filter(within(day, BURST_DAYS)).toList();
            if (late.size() < BURST_CASES_MIN) return;
            categories.add(category);
            cases.add(late);
            clusters.add(scan(day, category, late));
        });
        double[] q = FalseDiscovery.adjusted(clusters.stream()
                .mapToDouble(own -> own.isEmpty() ? 1 : own.getFirst().p())
                .toArray());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++)
            for (SpaceTimeScan.Cluster cluster : clusters.get(i)) {
                // A second cluster is held to the same bound as the first would be at its chance.
                double adjusted =
                        q[i] * cluster.p() / clusters.get(i).getFirst().p();
                if (adjusted > RATE) continue;
                found.add(burst(day, categories.get(i), cases.get(i), cluster, adjusted));
            }
        return found;
    }

    private List<SpaceTimeScan.Cluster> scan(LocalDate day, String category, List<Occurrence> cases) {
        int[] cells = cases.stream().mapToInt(Occurrence::cell).toArray();
        int[] ages = cases.stream()
                .mapToInt(one -> (int) ChronoUnit.DAYS.between(one.day(), day))
                .toArray();
        return new SpaceTimeScan(ground, cells, day.toEpochDay() * 31 + category.hashCode()).find(ages);
    }

    private Found burst(
            LocalDate day, String category, List<Occurrence> cases, SpaceTimeScan.Cluster cluster, double q) {
        LocalDate from = day.minusDays(cluster.days() - 1L);
        Predicate<Occurrence> in = in(cluster.cells());
        return new Found(
                Kind.BURST,
                category,
                "",
                "",
                codes(cluster.cells()),
                from,
                day,
                cluster.observed(),
                cluster.expected(),
                cluster.ratio(),
                cluster.p(),
                q,
                ids(cases, in.and(one -> !one.day().isBefore(from))));
    }

    private List<Found> repetitions(LocalDate day, List<Occurrence> cases) {
        List<Repetitions.Repeated> repeated = Repetitions.find(cases, day);
        double[] q = FalseDiscovery.adjusted(
                repeated.stream().mapToDouble(Repetitions.Repeated::p).toArray());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < repeated.size(); i++) {
            Repetitions.Repeated one = repeated.get(i);
            if (q[i] > RATE) continue;
            Occurrence last = one.cases().getFirst();
            String label =
                    switch (one.kind()) {
                        case SAME_RECORD -> last.subjectLabel() == null ? one.key() : last.subjectLabel();
                        case SAME_PLACE -> last.address();
                        case SAME_CALLER, HOT_SPOT, BURST, RISING -> "";
                    };
            List<Integer> cells = one.cases().stream()
                    .map(Occurrence::cell)
                    .distinct()
                    .sorted()
                    .toList();
            found.add(new Found(
                    one.kind(),
                    one.category(),
                    one.key(),
                    label,
                    codes(cells),
                    day.minusDays(Repetitions.DAYS - 1L),
                    day,
                    one.cases().size(),
                    one.expected(),
                    0,
                    one.p(),
                    q[i],
                    one.cases().stream().map(Occurrence::id).toList()));
        }
        return found;
    }

    private List<Found> rising(LocalDate day, Map<String, List<Occurrence>> byCategory) {
        LocalDate first = day.minusDays(7L * TREND_WEEKS - 1);
        List<String> categories = new ArrayList<>();
        List<RisingTrend> trends = new ArrayList<>();
        byCategory.forEach((category, own) -> {
            List<Occurrence> late =
                    own.stream().filter(within(day, 7 * TREND_WEEKS)).toList();
            if (late.size() < TREND_CASES_MIN) return;
            categories.add(category);
            trends.add(trend(first, own, day));
        });
        double[] q = FalseDiscovery.adjusted(
                trends.stream().mapToDouble(RisingTrend::p).toArray());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            if (q[i] > RATE) continue;
            String category = categories.get(i);
            List<Occurrence> own = Objects.requireNonNull(byCategory.get(category));
            List<Occurrence> late = own.stream().filter(within(day, 28)).toList();
            int before = (int) own.stream()
                    .filter(within(day, 7 * TREND_WEEKS))
                    .filter(one -> one.day().isBefore(first.plusDays(28)))
                    .count();
            found.add(new Found(
                    Kind.RISING,
                    category,
                    category,
                    "",
                    List.of(),
                    first,
                    day,
                    late.size(),
                    before,
                    trends.get(i).growth(),
                    trends.get(i).p(),
                    q[i],
                    late.stream().map(Occurrence::id).toList()));
        }
        return found;
    }

    /** @param own the category's cases; days before the first tell what weekdays and holidays bring */
    private RisingTrend trend(LocalDate first, List<Occurrence> own, LocalDate day) {
        List<Integer> days = Series.daily(own, own.getLast().day(), day);
        DayFactors factors = DayFactors.learn(days, own.getLast().day(), group);
        int[] counts = new int[TREND_WEEKS];
        double[] worth = new double[TREND_WEEKS];
        for (int week = 0; week < TREND_WEEKS; week++) {
            LocalDate from = first.plusDays(7L * week);
            worth[week] = factors.week(from);
            counts[week] = (int) own.stream()
                    .filter(one -> !one.day().isBefore(from) && one.day().isBefore(from.plusDays(7)))
                    .count();
        }
        return RisingTrend.of(counts, worth);
    }

    private int[] count(List<Occurrence> cases) {
        int[] counts = new int[ground.size()];
        for (Occurrence one : cases) counts[one.cell()]++;
        return counts;
    }

    private List<String> codes(List<Integer> cells) {
        return cells.stream().map(ground::code).toList();
    }

    private static Predicate<Occurrence> in(List<Integer> cells) {
        return one -> cells.contains(one.cell());
    }

    private static List<UUID> ids(List<Occurrence> cases, Predicate<Occurrence> which) {
        return cases.stream().filter(which).map(Occurrence::id).toList();
    }
}
