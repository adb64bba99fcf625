package org.yiwang.organisation.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What failed sign-ins cost: the first few nothing, then a wait that doubles with each further one up to a longest. Sources are counted apart, after the
 * OWASP article "Slow Down Online Guessing Attacks with Device Cookies": a browser in which the person has signed in before has a count of its own, so that
 * strangers who try the login from elsewhere cannot keep its owner out.
 */
public enum Toll {
    /** One login in one browser that is known for it. */
    DEVICE(5, Duration.ofSeconds(2), Duration.ofMinutes(15)),
    /** One address, whatever the login; generous, because a whole office may share one. */
    ADDRESS(30, Duration.ofSeconds(1), Duration.ofMinutes(5)),
    /** One login in all browsers that are not known for it. */
    LOGIN(5, Duration.ofSeconds(2), Duration.ofMinutes(15));

    /** A count that has rested this long starts anew. */
    public static final Duration FORGOTTEN = Duration.ofHours(24);

    private static final int DOUBLINGS_MAX = 20;

    private final int free;
    private final Duration first;
    private final Duration longest;

    Toll(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /** Failures counted so far, and when the last one was. */
    public record Count(int failures, Instant last) {
        public static final Count NONE = new Count(0, Instant.EPOCH);
    }

    /** How long from now the next attempt must wait; zero when it may be made at once. */
    public Duration wait(Count count, Instant now) {
        if (isForgotten(count, now) || count.failures() < free) return Duration.ZERO;
        Duration left = Duration.between(now, count.last().plus(after(count.failures() - free)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The count with one attempt more. */
    public Count charge(Count count, Instant now) {
        return new Count(isForgotten(count, now) ? 1 : count.failures() + 1, now);
    }

    private Duration after(int further) {
        Duration wait = first.multipliedBy(1L << Math.min(further, DOUBLINGS_MAX));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private static boolean isForgotten(Count count, Instant now) {
        return !now.isBefore(count.last().plus(FORGOTTEN));
    }
}
