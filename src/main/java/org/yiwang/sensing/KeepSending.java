package org.yiwang.sensing;

import jakarta.annotation.PreDestroy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Turns;

/** Sends orders for as long as the server runs: a door is not held late because somebody else is busy. */
@Component
@ConditionalOnWebApplication
class KeepSending {
    private static final long REST_MILLIS = 50;

    private final Turns turns;

    KeepSending(SendOrders orders) {
        turns = new Turns("device-orders", REST_MILLIS, () -> orders.turn() > 0);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        turns.begin();
    }

    @PreDestroy
    void close() {
        turns.close();
    }
}
