package org.yiwang.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints what was measured: medians, the range of the rounds, and the ratio to the limit of the same run. */
final class StepsTable {
    private StepsTable() {}

    static void printWire(List<Recorder.Sent> life) {
        for (Recorder.Sent one : life)
            System.out.printf(
                    "  %d statements: %s%n",
                    one.statements(), one.sql().strip().lines().findFirst().orElse(""));
        int statements = life.stream().mapToInt(Recorder.Sent::statements).sum();
        System.out.printf(
                Locale.ROOT,
                "one life of the engine: %d statements in %d round trips, %.1f and %.1f a step%n",
                statements,
                life.size(),
                statements / (double) Cell.STEPS_PER_LIFE,
                life.size() / (double) Cell.STEPS_PER_LIFE);
    }

    static void print(Options options, List<String> names, Map<String, Map<Integer, List<Cell>>> cells) {
        for (int clients : options.clients()) {
            System.out.printf("%n%d clients%n", clients);
            System.out.println(
                    "                lives/s   steps/s  (min – max)            p50 ms   p99 ms   WAL kB/life   CPU µs/step (database + programs)   of raw");
            double raw = median(cells.get("raw").get(clients), Cell::stepsPerSecond);
            for (String name : names) line(name, cells.get(name).get(clients), raw);
        }
    }

    private static void line(String name, List<Cell> rounds, double raw) {
        double steps = median(rounds, Cell::stepsPerSecond);
        double min = rounds.stream().mapToDouble(Cell::stepsPerSecond).min().orElseThrow();
        double max = rounds.stream().mapToDouble(Cell::stepsPerSecond).max().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "  %-12s %,8.1f  %,8.0f  %-20s %8.2f %8.1f %13.1f   %,11.0f + %,-20.0f %8.2f%n",
                name,
                steps / Cell.STEPS_PER_LIFE,
                steps,
                "(%,.0f – %,.0f)".formatted(min, max),
                median(rounds, Cell::p50),
                median(rounds, Cell::p99),
                median(rounds, Cell::walPerLife),
                median(rounds, Cell::databaseMicros),
                median(rounds, Cell::programMicros),
                steps / raw);
    }

    static double median(List<Cell> rounds, ToDoubleFunction<Cell> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
