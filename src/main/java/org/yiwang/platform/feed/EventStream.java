package org.yiwang.platform.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** The feed as server-sent events (WHATWG HTML, 9.2) for one follower; runs in the thread of its request until the follower, its right or the server goes. */
public final class EventStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** What goes over the line. */
    public record Event(String name, String json) {}

    /** Who follows along, and what of the feed this follower is told. */
    public interface Follower {
        /** Whether the row is for this follower. Answers from memory: asked by the feed's thread, and again before the row is sent. */
        boolean visible(FeedRow row);

        /** What the follower is told of a row; asked in the stream's thread, so that it may read the database. */
        Event tell(FeedRow row);

        /** What the stream begins with; the follower stands in the feed already, so that nothing is lost between. */
        Event hello(Subscription line);

        /** Whether the follower may stay; looked at anew from time to time. */
        boolean stays();

        /** Whether the follower learns its position, so as to get what it missed when it comes back; a position tells how busy the server is. */
        boolean returns();
    }

    private final Follower follower;
    private final OutputStream out;
    private final Duration recheck;

    private EventStream(Follower follower, OutputStream out, Duration recheck) {
        this.follower = follower;
        this.out = out;
        this.recheck = recheck;
    }

    /** Where the stream is written; opened once the follower stands in the feed, because a refusal is another kind of answer. */
    public interface Opening {
        OutputStream open() throws IOException;
    }

    /**
     * Follows the feed for one follower until one of both goes.
     *
     * @param recheck how often the follower is asked whether it may stay
     */
    public static void run(
            LiveFeed feed, Follower follower, @Nullable String lastEventId, Opening opening, Duration recheck)
            throws InterruptedException {
        try (Subscription line = feed.subscribe(follower::visible, lastEventId)) {
            new EventStream(follower, opening.open(), recheck).run(line);
        } catch (IOException gone) {
            LOG.trace("The page was closed", gone);
        }
    }

    /** Makes the answer one that goes on. */
    public static OutputStream begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // A proxy that collects the answer before passing it on would hold every event back.
        response.setHeader("X-Accel-Buffering", "no");
        return response.getOutputStream();
    }

    private void run(Subscription line) throws IOException, InterruptedException {
        send(follower.hello(line), line.begin().position());
        out.flush();
        Duration wait = recheck.compareTo(HEARTBEAT) < 0 ? recheck : HEARTBEAT;
        long checked = System.nanoTime();
        long sent = checked;
        boolean stays = true;
        while (line.isOpen() && stays) {
            boolean some = false;
            for (Subscription.Item item : line.take(wait)) some |= send(item);
            long now = System.nanoTime();
            if (now - checked >= recheck.toNanos()) {
                stays = follower.stays();
                checked = now;
            }
            if (!some && now - sent >= HEARTBEAT.toNanos()) some = beat(line);
            if (some) {
                out.flush();
                sent = now;
            }
        }
    }

    private boolean send(Subscription.Item item) throws IOException {
        return switch (item) {
            case Subscription.Mark(String position) -> mark(position);
            case Subscription.Event(FeedRow row, String position) -> send(row, position);
        };
    }

    private boolean mark(String position) throws IOException {
        if (!follower.returns()) return false;
        write("id: " + position + "\n\n");
        return true;
    }

    private boolean send(FeedRow row, String position) throws IOException {
        // Asked again: the right may have gone while the row waited.
        if (!follower.visible(row)) return false;
        send(follower.tell(row), position);
        return true;
    }

    /** A comment keeps the line open; the position goes with it, so that what this screen may not see is not read again on its return. */
    private boolean beat(Subscription line) throws IOException {
        write(line.mark()
                .filter(mark -> follower.returns())
                .map(mark -> ":\nid: " + mark.position() + "\n\n")
                .orElse(":\n\n"));
        return true;
    }

    private void send(Event event, String position) throws IOException {
        String id = follower.returns() ? "id: " + position + "\n" : "";
        write("event: %s\n%sdata: %s\n\n".formatted(event.name(), id, event.json()));
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
