package org.yiwang.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
public final class SetClock extends Clock {
    /** A Tuesday, 9:30 in Shanghai. */
    public static final Instant MORNING = Instant.parse("2021-11-09T01:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);

    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
