package org.yiwang.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.yiwang.insight.model.Analysis;
import org.yiwang.insight.model.Found;
import org.yiwang.insight.model.Ground;
import org.yiwang.insight.model.Kind;
import org.yiwang.insight.model.Occurrence;
import org.yiwang.territory.Daqiao;

/**
 * A made-up year of cases over the real cells without any cluster but those that are planted: cells differ in how much is reported there, categories in how
 * frequent they are, days by the week. What the analysis finds in it is true or false for certain.
 */
public final class PlantedClusters {
    static final LocalDate DAY = LocalDate.of(2021, 9, 15);
    static final int CATEGORIES = 40;
    private static final int CASES_A_YEAR = 13_300;
    private static final int SPOTS_A_CELL = 25;
    private static final int DAYS = 365;
    private static final double[] WEEK = {1.15, 1.1, 1.1, 1.08, 1.07, 0.8, 0.7};

    private final Ground ground = MapGround.of(Daqiao.TERRITORY);
    private final Analysis analysis =
            new Analysis(ground, day -> day.getDayOfWeek().ordinal());

    /** @param ways that found the cluster that was planted */
    public record Night(List<Found> found, Set<Kind> ways) {}

    public int cells() {
        return ground.size();
    }

    /** How many cases a category of this rank brings in a year, in the mean. */
    static double yearly(int rank) {
        double all = IntStream.rangeClosed(1, CATEGORIES)
                .mapToDouble(PlantedClusters::weight)
                .sum();
        return CASES_A_YEAR * weight(rank) / all;
    }

    private static double weight(int rank) {
        return 1 / Math.sqrt(rank);
    }

    /** A night on which nothing is the matter. */
    public List<Found> noise(long seed) {
        return analysis.on(DAY, cases(new SplittableRandom(seed)));
    }

    /**
     * A night with a cluster somewhere: so many cases more in a cell and one beside it within the last days.
     *
     * @param rank of the category, 1 the most frequent
     */
    public Night planted(long seed, int more, int days, int rank) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Occurrence> cases = new ArrayList<>(cases(random));
        int[] place = IntStream.of(ground.adjacent(random.nextInt(ground.size())))
                .limit(2)
                .toArray();
        for (int i = 0; i < more; i++)
            cases.add(one(random, code(rank), place[i % place.length], DAY.minusDays(random.nextInt(days))));
        List<Found> found = analysis.on(DAY, cases);
        Set<Kind> ways = EnumSet.noneOf(Kind.class);
        for (Found each : found) if (isIt(each, rank, place)) ways.add(each.kind());
        return new Night(found, ways);
    }

    private boolean isIt(Found found, int rank, int[] place) {
        return found.category().equals(code(rank))
                && IntStream.of(place).anyMatch(at -> found.cells().contains(ground.code(at)));
    }

    private List<Occurrence> cases(SplittableRandom random) {
        double[] cells =
                sums(IntStream.range(0, ground.size()).mapToDouble(_ -> Math.exp(0.7 * random.nextGaussian())));
        double[] categories = sums(IntStream.rangeClosed(1, CATEGORIES).mapToDouble(PlantedClusters::weight));
        List<Occurrence> cases = new ArrayList<>();
        for (int age = 0; age < DAYS; age++) {
            LocalDate day = DAY.minusDays(age);
            int count = poisson(
                    random, CASES_A_YEAR / 365.0 * WEEK[day.getDayOfWeek().ordinal()]);
            for (int i = 0; i < count; i++)
                cases.add(one(random, code(pick(random, categories) + 1), pick(random, cells), day));
        }
        return cases;
    }

    private Occurrence one(SplittableRandom random, String category, int cell, LocalDate day) {
        String spot = cell + "/" + random.nextInt(SPOTS_A_CELL);
        return new Occurrence(
                new UUID(random.nextLong(), random.nextLong()), category, cell, day, spot, spot, null, null, null);
    }

    private static String code(int rank) {
        return "E%02d".formatted(rank);
    }

    private static double[] sums(DoubleStream weights) {
        double[] sums = weights.toArray();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    private static int pick(SplittableRandom random, double[] sums) {
        int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return at < 0 ? -at - 1 : at;
    }

    private static int poisson(SplittableRandom random, double mean) {
        double left = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > left; count++) product *= random.nextDouble();
        return count;
    }
}
