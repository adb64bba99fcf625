package org.yiwang.lists.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.yiwang.organisation.UnitId;

/**
 * That a sample was drawn for a special supervision, once and for good.
 *
 * @param seed made by the server at that moment, nobody having chosen it
 * @param until cases closed before this were in the draw
 * @param days worked that a unit has for what failed
 * @param problems the list (问题清单) that failed checks go to
 * @param closed how many closed cases of each unit were in the draw
 */
public record Sampling(
        UUID list,
        String seed,
        SampleRule rule,
        Instant until,
        int days,
        UUID problems,
        String by,
        Map<UnitId, Integer> closed) {
    public static final int DAYS_MAX = 60;
    /** How many closed cases may be in one draw. */
    public static final int CLOSED_MAX = 20_000;
    /** How many may be drawn: more nobody goes and looks at. */
    public static final int DRAWN_MAX = 500;
}
