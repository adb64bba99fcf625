package org.yiwang.simulation;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** What came of it. From any thread. */
final class Tally {
    private static final long WAIT_MICROS_MAX = 120_000_000;
    private static final double PERCENT_MOST = 99;

    final LongAdder said = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder again = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder connected = new LongAdder();
    final LongAdder cut = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder commands = new LongAdder();
    private final ConcurrentHistogram waits = new ConcurrentHistogram(WAIT_MICROS_MAX, 2);

    void waited(long micros) {
        waits.recordValue(Math.min(WAIT_MICROS_MAX, Math.max(0, micros)));
    }

    /** Forgets what was waited so far: connecting and warming up are not what a device waits for in a day's work. */
    void forgetWaits() {
        waits.reset();
    }

    boolean isOpen() {
        return acknowledged.sum() + dropped.sum() < said.sum();
    }

    /** One JSON object. */
    String line() {
        return String.format(
                Locale.ROOT,
                "{\"said\": %d, \"acknowledged\": %d, \"again\": %d, \"dropped\": %d, \"connected\": %d, \"cut\": %d, \"refused\": %d, \"commands\": %d,"
                        + " \"waitMillis\": {\"count\": %d, \"p50\": %.1f, \"p99\": %.1f}}",
                said.sum(),
                acknowledged.sum(),
                again.sum(),
                dropped.sum(),
                connected.sum(),
                cut.sum(),
                refused.sum(),
                commands.sum(),
                waits.getTotalCount(),
                waits.getValueAtPercentile(50) / 1000.0,
                waits.getValueAtPercentile(PERCENT_MOST) / 1000.0);
    }
}
