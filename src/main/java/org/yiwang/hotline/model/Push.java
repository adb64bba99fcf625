package org.yiwang.hotline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that the upper platform is to be told of an order.
 *
 * @param key under which it counts once, however often it is sent
 * @param number within the order, from 1; sent in this order
 * @param act what it says: receipt, accepted, assigned, handling, contact, closed, visited, …
 * @param body as JSON
 * @param attempts since {@code triedFrom}
 * @param triedFrom since when it has been tried: since it was made, or since it was sent again
 */
public record Push(String key, String no, int number, String act, String body, int attempts, Instant triedFrom) {
    /** How long it is tried before a person has to look. */
    public static final Duration TRIED = Duration.ofDays(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLINGS_MAX = 10;

    /** Where a push stands. */
    public enum State {
        WAITING,
        SENT,
        /** 死信: given up, for a person to look at. Later pushes of the same order wait behind it. */
        DEAD,
        /** A person has decided that it is not sent. */
        DROPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** When it is tried again after it has failed now. */
    public Instant next(Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    public boolean isGivenUp(Instant now) {
        return now.isAfter(triedFrom.plus(TRIED));
    }
}
