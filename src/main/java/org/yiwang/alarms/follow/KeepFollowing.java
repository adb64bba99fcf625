package org.yiwang.alarms.follow;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows the alarms for as long as the server runs, on a thread of its own: recurring work waits for one another, and whoever is trapped cannot. */
@Component
@ConditionalOnWebApplication
class KeepFollowing {
    private static final Logger LOG = LoggerFactory.getLogger(KeepFollowing.class);
    private static final long REST_MILLIS = 200;
    private static final long TROUBLE_MILLIS = 2_000;

    private final FollowAlarms follow;
    private final Thread thread;
    private volatile boolean closed;

    KeepFollowing(FollowAlarms follow) {
        this.follow = follow;
        thread = Thread.ofPlatform().name("alarm-cases").daemon().unstarted(this::run);
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            long rest = REST_MILLIS;
            try {
                follow.turn();
            } catch (RuntimeException e) {
                if (!closed) LOG.warn("Alarms could not be followed and will be tried again: {}", e.toString());
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
