package org.yiwang.worktime;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;

/** Prints how many deadline computations one core makes per second. Asserts nothing. */
public final class WorktimeBench {
    private static final int STARTS = 1 << 16;
    private static final long WARM_UP_NANOS = 1_000_000_000L;
    private static final long MEASURED_NANOS = 2_000_000_000L;

    private final WorkCalendar calendar = Calendars.office();
    private final Instant[] starts = new Instant[STARTS];
    private long sink;

    private WorktimeBench() {
        long first = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        long range = Instant.parse("2026-06-01T00:00:00Z").getEpochSecond() - first;
        SplittableRandom random = new SplittableRandom(42);
        for (int index = 0; index < STARTS; index++)
            starts[index] = Instant.ofEpochSecond(first + random.nextLong(range));
    }

    public static void main(String[] args) {
        new WorktimeBench().run();
    }

    private void run() {
        Limit hours = Limit.workingHours(20);
        Limit days = Limit.workingDays(5);
        measure("add working hours", index -> calendar.add(starts[index], hours).getEpochSecond());
        measure("add working days", index -> calendar.add(starts[index], days).getEpochSecond());
        measure("subtract working hours", index -> subtract(index, hours));
        measure("between", index -> calendar.between(starts[index], starts[(index + 1) % STARTS])
                .getSeconds());
        measure("is working", index -> calendar.isWorking(starts[index]) ? 1 : 0);
        measure("due with two pauses and an extension", this::due);
        measure("explain in Chinese", this::explain);
        if (sink == 42) System.out.println();
    }

    private long subtract(int index, Limit limit) {
        return calendar.subtract(starts[index].plusSeconds(10_000_000), limit).getEpochSecond();
    }

    private long due(int index) {
        return deadline(index).dueAt().getEpochSecond();
    }

    private Deadline deadline(int index) {
        Instant start = starts[index];
        List<Pause> pauses = List.of(
                new Pause(start.plusSeconds(3_600), start.plusSeconds(90_000)),
                new Pause(start.plusSeconds(200_000), start.plusSeconds(300_000)));
        return calendar.dueWith(start, Limit.workingHours(20), pauses, List.of(Limit.workingDays(2)));
    }

    private long explain(int index) {
        return calendar.explain(deadline(index), Locale.CHINA).lines().size();
    }

    private void measure(String what, IntToLongFunction work) {
        repeat(work, WARM_UP_NANOS);
        long begin = System.nanoTime();
        long done = repeat(work, MEASURED_NANOS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "worktime  %-38s %,15.0f /s%n", what, done / seconds);
    }

    private long repeat(IntToLongFunction work, long nanos) {
        long end = System.nanoTime() + nanos;
        long done = 0;
        while (System.nanoTime() < end) {
            for (int index = 0; index < 1024; index++) sink += work.applyAsLong((int) ((done + index) % STARTS));
            done += 1024;
        }
        return done;
    }
}
