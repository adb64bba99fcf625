package org.yiwang.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.EventStream;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import org.yiwang.platform.feed.Subscription;
import tools.jackson.databind.json.JsonMapper;

/** What one open screen of a member of staff is told: all topics, each row as its owner shows it to this person. */
final class LiveStream implements EventStream.Follower {
    /** A revoked right must work within five seconds on open streams too. */
    static final Duration RECHECK = Duration.ofSeconds(5);

    /**
     * What a stream begins with.
     *
     * @param node which of several servers answers
     * @param complete whether everything missed since the client's last event follows; otherwise it loads its lists anew
     */
    record Hello(Instant now, String node, boolean complete) {}

    private final Map<String, FeedTopic<Staff>> topics;
    private final Supplier<@Nullable Staff> session;
    private final JsonMapper json;
    private final String node;
    private final Instant now;
    private volatile @Nullable Staff staff;

    /** @param session who is signed in at this moment; null once nobody is */
    LiveStream(
            Map<String, FeedTopic<Staff>> topics,
            Supplier<@Nullable Staff> session,
            JsonMapper json,
            String node,
            Instant now) {
        this.topics = topics;
        this.session = session;
        this.staff = session.get();
        this.json = json;
        this.node = node;
        this.now = now;
    }

    @Override
    public boolean visible(FeedRow row) {
        Staff follower = staff;
        FeedTopic<Staff> topic = topics.get(row.topic());
        return follower != null
                && topic != null
                && row.tenant().equals(follower.tenant())
                && topic.visible(follower, row);
    }

    @Override
    public EventStream.Event tell(FeedRow row) {
        Staff follower = java.util.Objects.requireNonNull(staff);
        FeedTopic<Staff> topic = java.util.Objects.requireNonNull(topics.get(row.topic()));
        return new EventStream.Event(row.topic(), topic.view(follower, row));
    }

    @Override
    public EventStream.Event hello(Subscription line) {
        return new EventStream.Event("hello", json.writeValueAsString(new Hello(now, node, line.isComplete())));
    }

    @Override
    public boolean stays() {
        staff = session.get();
        return staff != null;
    }

    @Override
    public boolean returns() {
        return true;
    }
}
