package org.yiwang.alarms.follow;

import jakarta.annotation.PreDestroy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Turns;

/** Follows the alarms for as long as the server runs: recurring work waits for one another, and whoever is trapped cannot. */
@Component
@ConditionalOnWebApplication
class KeepFollowing {
    private static final long REST_MILLIS = 200;

    private final Turns turns;

    KeepFollowing(FollowAlarms follow) {
        turns = new Turns("alarm-cases", REST_MILLIS, () -> {
            follow.turn();
            return false;
        });
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        turns.begin();
    }

    @PreDestroy
    void close() {
        turns.close();
    }
}
