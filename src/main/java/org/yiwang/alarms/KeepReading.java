package org.yiwang.alarms;

import jakarta.annotation.PreDestroy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Turns;

/** Reads the devices' log for as long as the server runs: an alarm waits for nobody else's work. */
@Component
@ConditionalOnWebApplication
class KeepReading {
    private static final long REST_MILLIS = 50;

    private final RunAlarms alarms;
    private final Turns turns;

    KeepReading(RunAlarms alarms) {
        this.alarms = alarms;
        turns = new Turns("alarms", REST_MILLIS, alarms::turn);
    }

    /** The doors of devices open when the application is ready, which comes after. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        alarms.open();
        turns.begin();
    }

    @PreDestroy
    void close() {
        turns.close();
    }
}
