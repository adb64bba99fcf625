package org.yiwang.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import org.yiwang.platform.feed.LiveFeed;
import org.yiwang.platform.feed.Subscription;
import tools.jackson.databind.json.JsonMapper;

/** One open screen's stream of server-sent events; runs in the thread of its request until the screen, the session or the server goes. */
final class LiveStream {
    /** A revoked right must work within five seconds on open streams too. */
    static final Duration RECHECK = Duration.ofSeconds(5);

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

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
    private final OutputStream out;
    private final Duration recheck;
    private volatile @Nullable Staff staff;

    /** @param session who is signed in at this moment; null once nobody is */
    LiveStream(
            Map<String, FeedTopic<Staff>> topics,
            Supplier<@Nullable Staff> session,
            JsonMapper json,
            OutputStream out,
            Duration recheck) {
        this.topics = topics;
        this.session = session;
        this.staff = session.get();
        this.json = json;
        this.out = out;
        this.recheck = recheck;
    }

    void run(LiveFeed feed, @Nullable String lastEventId, Instant now) throws IOException, InterruptedException {
        try (Subscription line = feed.subscribe(this::visible, lastEventId)) {
            Hello hello = new Hello(now, feed.node(), line.isComplete());
            send("hello", json.writeValueAsString(hello), line.begin().position());
            out.flush();
            follow(line);
        }
    }

    private void follow(Subscription line) throws IOException, InterruptedException {
        long checked = System.nanoTime();
        long sent = checked;
        while (line.isOpen() && staff != null) {
            boolean some = false;
            for (Subscription.Item item : line.take(recheck)) some |= send(item);
            long now = System.nanoTime();
            if (now - checked >= recheck.toNanos()) {
                staff = session.get();
                checked = now;
            }
            if (!some && now - sent >= HEARTBEAT.toNanos()) some = beat(line);
            if (some) {
                out.flush();
                sent = now;
            }
        }
    }

    private boolean visible(FeedRow row) {
        Staff follower = staff;
        FeedTopic<Staff> topic = topics.get(row.topic());
        return follower != null
                && topic != null
                && row.tenant().equals(follower.tenant())
                && topic.visible(follower, row);
    }

    private boolean send(Subscription.Item item) throws IOException {
        return switch (item) {
            case Subscription.Mark(String position) -> {
                write("id: " + position + "\n\n");
                yield true;
            }
            case Subscription.Event(FeedRow row, String position) -> send(row, position);
        };
    }

    private boolean send(FeedRow row, String position) throws IOException {
        Staff follower = staff;
        FeedTopic<Staff> topic = topics.get(row.topic());
        // Asked again: the right may have gone while the row waited.
        if (follower == null || topic == null || !visible(row)) return false;
        send(row.topic(), topic.view(follower, row), position);
        return true;
    }

    /** A comment keeps the line open; the position goes with it, so that what this screen may not see is not read again on its return. */
    private boolean beat(Subscription line) throws IOException {
        write(line.mark().map(mark -> ":\nid: " + mark.position() + "\n\n").orElse(":\n\n"));
        return true;
    }

    private void send(String event, String json, String position) throws IOException {
        write("event: %s\nid: %s\ndata: %s\n\n".formatted(event, position, json));
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
