package org.yiwang.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What one contender did with so many clients in one stretch of time. Milliseconds per step; kB of write-ahead log per life of seven steps; processor time per step in the
 * database and in all other programs, clients included. */
record Cell(
        double stepsPerSecond, double p50, double p99, double walPerLife, double databaseMicros, double programMicros) {
    static final int STEPS_PER_LIFE = 7;

    static Cell of(List<Pulse> pulses, double seconds, long walBytes, Processor used) {
        long[] all =
                pulses.stream().flatMapToLong(p -> LongStream.of(p.nanos())).toArray();
        if (all.length == 0) throw new IllegalStateException("Not one step was done in %.0f s".formatted(seconds));
        Arrays.sort(all);
        return new Cell(
                all.length / seconds,
                percentile(all, 0.50),
                percentile(all, 0.99),
                walBytes / 1024.0 * STEPS_PER_LIFE / all.length,
                used.database() * 1e6 / all.length,
                used.programs() * 1e6 / all.length);
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
}
