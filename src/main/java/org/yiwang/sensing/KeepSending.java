package org.yiwang.sensing;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends orders for as long as the server runs, on a thread of its own, so that a door is not held late because somebody else is busy. */
@Component
@ConditionalOnWebApplication
class KeepSending {
    private static final Logger LOG = LoggerFactory.getLogger(KeepSending.class);
    private static final long REST_MILLIS = 50;
    private static final long TROUBLE_MILLIS = 2_000;

    private final SendOrders orders;
    private final Thread thread;
    private final Semaphore shut = new Semaphore(0);

    KeepSending(SendOrders orders) {
        this.orders = orders;
        thread = Thread.ofPlatform().name("device-orders").daemon().unstarted(this::run);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
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
            return orders.turn() > 0 ? 0 : REST_MILLIS;
        } catch (RuntimeException e) {
            LOG.warn("Orders to devices could not be looked at and will be again: {}", e.toString());
            return TROUBLE_MILLIS;
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        shut.release();
        thread.join(5_000);
    }
}
