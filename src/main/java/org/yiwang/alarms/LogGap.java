package org.yiwang.alarms;

/** What a reader wants next has been given up: it was away for longer than the log is kept. Alarms worked out behind a gap would be other alarms, so it does not read on. */
final class LogGap extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogGap(int partition, long next, long first) {
        super("Partition " + partition + " of the devices' log begins at " + first + ", but " + next
                + " is wanted (docs/flink.md)");
    }
}
