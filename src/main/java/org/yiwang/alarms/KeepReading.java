package org.yiwang.alarms;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the devices' log for as long as the server runs, on a thread of its own: an alarm waits for nobody else's work. */
@Component
@ConditionalOnWebApplication
class KeepReading {
    private static final Logger LOG = LoggerFactory.getLogger(KeepReading.class);
    private static final long REST_MILLIS = 50;
    private static final long TROUBLE_MILLIS = 2_000;

    private final RunAlarms alarms;
    private final Thread thread;
    private volatile boolean closed;

    KeepReading(RunAlarms alarms) {
        this.alarms = alarms;
        thread = Thread.ofPlatform().name("alarms").daemon().unstarted(this::run);
    }

    /** The doors of devices open when the application is ready, which comes after. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        alarms.open();
        thread.start();
    }

    private void run() {
        while (!closed) {
            long rest = 0;
            try {
                if (!alarms.turn()) rest = REST_MILLIS;
            } catch (RuntimeException e) {
                if (!closed) LOG.warn("Alarms could not be worked out and will be tried again: {}", e.toString());
                rest = TROUBLE_MILLIS;
            }
            try {
                Thread.sleep(rest);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(5_000);
    }
}
