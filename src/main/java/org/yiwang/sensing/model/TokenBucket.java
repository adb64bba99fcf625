package org.yiwang.sensing.model;

/** Lets so many pass in a second, and as many at once as have been saved up. Not safe for several threads. */
public final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double most;
    private double tokens;
    private long lastNanos;

    public TokenBucket(double perSecond, double most, long nowNanos) {
        this.perSecond = perSecond;
        this.most = most;
        this.tokens = most;
        this.lastNanos = nowNanos;
    }

    public boolean take(long nowNanos) {
        tokens = Math.min(most, tokens + (nowNanos - lastNanos) / NANOS * perSecond);
        lastNanos = nowNanos;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
    }
}
