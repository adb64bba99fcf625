package org.yiwang.platform.feed;

/**
 * A topic of the live feed, supplied by the module that owns it.
 *
 * @param <S> who follows along; the platform knows no person
 */
public interface FeedTopic<S> {
    String topic();

    /** What {@link #view} writes down, for the interface document. */
    Class<?> shape();

    /** Whether this follower may know of it. Answers from memory: it is asked for every row and every follower of the tenant. */
    boolean visible(S subject, FeedRow row);

    /** JSON that this follower gets; the row's own payload unless it depends on the follower. May read the database. */
    default String view(S subject, FeedRow row) {
        return row.json();
    }
}
