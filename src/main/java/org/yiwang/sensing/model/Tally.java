package org.yiwang.sensing.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came from a device on one day.
 *
 * @param messages that lie in the log
 * @param letters that were not understood
 * @param refused that it had no right to send, or that were too large
 * @param throttled that were more than it may send in a second
 * @param lastAt when it was heard last
 */
public record Tally(
        long messages,
        long letters,
        long refused,
        long throttled,
        @Nullable Instant lastAt) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, null);

    /** The two of one device and one day together. */
    public Tally plus(Tally other) {
        Instant later =
                lastAt == null || (other.lastAt != null && other.lastAt.isAfter(lastAt)) ? other.lastAt : lastAt;
        return new Tally(
                messages + other.messages,
                letters + other.letters,
                refused + other.refused,
                throttled + other.throttled,
                later);
    }
}
