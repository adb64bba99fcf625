package org.yiwang.insight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.yiwang.insight.PlantedClusters.Night;
import org.yiwang.insight.model.Found;
import org.yiwang.insight.model.Kind;

/** How often planted clusters are found, by size, and how often something is called out on nights on which nothing is the matter. */
public final class InsightBench {
    private static final int[] SIZES = {3, 4, 5, 6, 8, 10, 12, 16};
    /** Frequent, middling, rare. */
    private static final int[] RANKS = {1, 10, 35};

    private final PlantedClusters ground = new PlantedClusters();
    private final int nights;

    private InsightBench(int nights) {
        this.nights = nights;
    }

    public static void main(String[] args) {
        new InsightBench(args.length == 0 ? 200 : Integer.parseInt(args[0])).run();
    }

    private void run() {
        System.out.printf("%d cells, %d nights a line%n%n", ground.cells(), nights);
        falseAlarms();
        System.out.printf("%n%-34s %7s %8s%s%n", "planted within", "category", "", sizes());
        for (int rank : RANKS) detection("7 days", 7, rank);
        for (int rank : RANKS) detection("28 days", 28, rank);
        for (int rank : RANKS) detection("56 days", 56, rank);
    }

    private void falseAlarms() {
        Map<Kind, Integer> findings = new EnumMap<>(Kind.class);
        Map<Kind, Integer> hit = new EnumMap<>(Kind.class);
        long start = System.nanoTime();
        for (int night = 0; night < nights; night++) {
            List<Found> found = ground.noise(1_000_000L + night);
            for (Kind kind : Kind.values()) {
                int own = (int) found.stream().filter(one -> one.kind() == kind).count();
                findings.merge(kind, own, Integer::sum);
                hit.merge(kind, own > 0 ? 1 : 0, Integer::sum);
            }
        }
        double millis = (System.nanoTime() - start) / 1e6 / nights;
        System.out.printf("%-14s %22s %22s%n", "noise alone", "nights with a finding", "findings a night");
        for (Kind kind : Kind.values())
            System.out.printf(
                    "%-14s %20.1f %% %22.3f%n",
                    kind.id(), 100.0 * hit.get(kind) / nights, (double) findings.get(kind) / nights);
        System.out.printf("one night: %.0f ms, the making of the cases included%n", millis);
    }

    private static String sizes() {
        StringBuilder line = new StringBuilder();
        for (int size : SIZES) line.append("%7s".formatted("+" + size));
        return line.toString();
    }

    private void detection(String within, int days, int rank) {
        StringBuilder any = new StringBuilder();
        StringBuilder burst = new StringBuilder();
        StringBuilder hot = new StringBuilder();
        for (int size : SIZES) {
            List<Night> seen = LongStream.range(0, nights)
                    .mapToObj(night -> ground.planted(night, size, days, rank))
                    .toList();
            any.append(share(seen.stream().filter(night -> !night.ways().isEmpty()).count()));
            burst.append(share(seen.stream().filter(night -> night.ways().contains(Kind.BURST)).count()));
            hot.append(share(seen.stream().filter(night -> night.ways().contains(Kind.HOT_SPOT)).count()));
        }
        String category = "%.0f a year".formatted(PlantedClusters.yearly(rank));
        System.out.printf("%-20s %15s %-16s%s%n", within, category, "any way", any);
        System.out.printf("%-20s %15s %-16s%s%n", "", "", "burst", burst);
        System.out.printf("%-20s %15s %-16s%s%n", "", "", "hot spot", hot);
    }

    private String share(long found) {
        return "%6.0f%%".formatted(100.0 * found / nights);
    }
}
