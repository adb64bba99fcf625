package org.yiwang.worktime;

import java.time.Instant;

/** A time that does not count, from inclusive to exclusive. */
public record Pause(Instant from, Instant to) {
    public Pause {
        if (to.isBefore(from))
            throw new IllegalArgumentException("A pause cannot end before it begins: %s to %s".formatted(from, to));
    }
}
