package org.yiwang.hotline.model;

import java.time.Instant;

/** What the upper platform tells the sub-district, in the order of its numbers. */
public sealed interface Message {
    /** Counted by the upper platform from 1, without gaps. */
    long seq();

    Instant at();

    record Ordered(long seq, Instant at, UpperOrder order) implements Message {}

    /** 督办: the upper platform supervises the order. */
    record Supervised(long seq, Instant at, String no, String note) implements Message {}

    /**
     * 退单审核结果.
     *
     * @param key of the request that was reviewed
     */
    record ReturnReviewed(long seq, Instant at, String no, String key, boolean granted, String note)
            implements Message {}

    /**
     * 延期审核结果.
     *
     * @param key of the request that was reviewed
     */
    record ExtensionReviewed(long seq, Instant at, String no, String key, boolean granted, String note)
            implements Message {}

    /**
     * What cannot be read. It is kept for a person to look at and holds nothing up.
     *
     * @param raw as it came
     */
    record Unreadable(long seq, Instant at, String no, String why, String raw) implements Message {}
}
