package org.yiwang.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done over and over on a thread of its own, so that it waits for nobody else's. A turn that fails is told and tried again; one that runs is not torn at the
 * end, but waited for.
 */
public final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final long TROUBLE_MILLIS = 2_000;
    private static final long END_MILLIS = 5_000;

    private final String name;
    private final long restMillis;
    private final BooleanSupplier turn;
    private final Thread thread;
    private final Semaphore shut = new Semaphore(0);

    /**
     * @param name of the thread, and of the work in the log
     * @param restMillis between two turns
     * @param turn answers whether there may be more to do at once
     */
    public Turns(String name, long restMillis, BooleanSupplier turn) {
        this.name = name;
        this.restMillis = restMillis;
        this.turn = turn;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void begin() {
        thread.start();
    }

    private void run() {
        long rest = 0;
        try {
            while (!shut.tryAcquire(rest, TimeUnit.MILLISECONDS)) rest = turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long turn() {
        try {
            return turn.getAsBoolean() ? 0 : restMillis;
        } catch (RuntimeException e) {
            LOG.warn("{} failed and will be tried again: {}", name, e.toString());
            return TROUBLE_MILLIS;
        }
    }

    @Override
    public void close() {
        shut.release();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
