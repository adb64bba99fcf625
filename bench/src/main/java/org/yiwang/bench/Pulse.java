package org.yiwang.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** One client's steps with the time that each took. Steps that end after the time is up are not counted. */
final class Pulse {
    private final long end;
    private long[] nanos = new long[1 << 12];
    private int steps;

    Pulse(long end) {
        this.end = end;
    }

    <T> T step(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        long now = System.nanoTime();
        if (now <= end) {
            if (steps == nanos.length) nanos = Arrays.copyOf(nanos, steps * 2);
            nanos[steps++] = now - start;
        }
        return result;
    }

    boolean isOver() {
        return System.nanoTime() >= end;
    }

    long[] nanos() {
        return Arrays.copyOf(nanos, steps);
    }
}
