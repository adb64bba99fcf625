package org.yiwang.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time that does not count, from inclusive to exclusive. */
public record Pause(Instant from, Instant to) {
    public Pause {
        if (to.isBefore(from))
            throw new IllegalArgumentException("A pause cannot end before it begins: %s to %s".formatted(from, to));
    }

    /** The same paused time from {@code start} on, in order and without overlaps. */
    static List<Pause> merged(List<Pause> pauses, Instant start) {
        if (pauses.isEmpty()) return pauses;
        List<Pause> merged = new ArrayList<>();
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            if (!pause.to.isAfter(start)) continue;
            Instant from = later(pause.from, start);
            boolean joins = !merged.isEmpty() && !from.isAfter(merged.getLast().to);
            if (joins) {
                Pause last = merged.removeLast();
                merged.add(new Pause(last.from, later(last.to, pause.to)));
            } else merged.add(new Pause(from, pause.to));
        }
        return merged;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
