package org.yiwang.platform.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a follower has come: the transactions whose rows it has seen, as a PostgreSQL snapshot ({@code xmin:xmax:xip,…}). A snapshot and not a number,
 * because transactions become visible in another order than they were numbered.
 *
 * @param at when the snapshot was taken
 */
record FeedPosition(Instant at, String snapshot) {
    private static final int LENGTH_MAX = 4_000;
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,11})\\.(\\d{1,18}:\\d{1,18}:(?:\\d{1,18}(?:,\\d{1,18})*)?)");

    /** Reads what {@link #id} wrote; null for anything else. */
    static @Nullable FeedPosition parse(String id) {
        if (id.length() > LENGTH_MAX) return null;
        var parts = FORM.matcher(id);
        if (!parts.matches() || !isSnapshot(parts.group(2))) return null;
        return new FeedPosition(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), parts.group(2));
    }

    /** The event id that a returning client hands back. */
    String id() {
        return at.getEpochSecond() + "." + snapshot;
    }

    /** The first transaction number that is surely not covered. */
    long end() {
        return Long.parseLong(snapshot.split(":", -1)[1]);
    }

    boolean isOlderThan(Duration age, Instant now) {
        return at.plus(age).isBefore(now);
    }

    /** PostgreSQL refuses a snapshot whose running transactions are unordered or out of bounds. */
    private static boolean isSnapshot(String text) {
        String[] parts = text.split(":", -1);
        long last = Long.parseLong(parts[0]) - 1;
        long end = Long.parseLong(parts[1]);
        if (last < 0 || end <= last) return false;
        for (String running : parts[2].isEmpty() ? new String[0] : parts[2].split(",", -1)) {
            long next = Long.parseLong(running);
            if (next <= last || next >= end) return false;
            last = next;
        }
        return true;
    }
}
