package org.yiwang.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.yiwang.notification.Clerks.LI;
import static org.yiwang.notification.Clerks.ZHANG;
import static org.yiwang.platform.feed.FeedFixture.DAQIAO;
import static org.yiwang.platform.feed.FeedFixture.NOON;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.EventStream;
import org.yiwang.platform.feed.FeedFixture;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
@Timeout(60)
class LiveStreamTest {
    private static final UUID CASE = new UUID(0, 7);

    /** Everybody sees what is addressed to nobody in particular. */
    private static final FeedTopic<Staff> LETTERS = new FeedTopic<>() {
        @Override
        public Class<?> shape() {
            return String.class;
        }

        @Override
        public String topic() {
            return "letter";
        }

        @Override
        public boolean visible(Staff staff, FeedRow row) {
            return !row.payload().has("to")
                    || row.payload().get("to").stringValue().equals(staff.login());
        }
    };

    private final FeedFixture world = new FeedFixture(4);
    private final AtomicReference<@Nullable Staff> session = new AtomicReference<>(ZHANG);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_stream_says_hello_first_and_then_what_this_person_may_see() throws Exception {
        BufferedReader screen = open(null);
        assertThat(screen.readLine()).isEqualTo("event: hello");
        String position = screen.readLine();
        assertThat(position).startsWith("id: ");
        assertThat(screen.readLine())
                .isEqualTo("data: {\"now\":\"2021-11-09T04:00:00Z\",\"node\":\"first\",\"complete\":true}");
        assertThat(screen.readLine()).isEmpty();
        publish("letter", Map.of("to", LI.login()));
        publish("secret", Map.of());
        world.outbox.publish(new Tenant(310110019), "letter", CASE, Map.of(), NOON);
        publish("letter", Map.of("n", 1));
        assertThat(screen.readLine()).isEqualTo("event: letter");
        assertThat(screen.readLine()).startsWith("id: ");
        assertThat(screen.readLine()).isEqualTo("data: {\"n\": 1}");
    }

    @Test
    void a_returning_screen_gets_what_it_missed() throws Exception {
        String last = event(open(null), "hello").substring("id: ".length());
        publish("letter", Map.of("n", 2));
        BufferedReader again = open(last);
        event(again, "hello");
        event(again, "letter");
    }

    @Test
    void a_stream_ends_when_its_session_is_revoked() throws Exception {
        BufferedReader screen = open(null);
        event(screen, "hello");
        session.set(null);
        while (screen.readLine() != null) publish("letter", Map.of("n", 3));
    }

    @Test
    void a_stream_ends_when_the_server_stops() throws Exception {
        BufferedReader screen = open(null);
        event(screen, "hello");
        world.close();
        assertThat(screen.lines().toList()).hasSize(2).last().isEqualTo("");
    }

    @Test
    void a_refusal_is_no_stream() throws Exception {
        FeedFixture.join(world.feed, null).close();
        world.close();
        LiveStream follower = new LiveStream(Map.of(), session::get, JsonMapper.shared(), world.feed.node(), NOON);
        assertThatThrownBy(() -> EventStream.run(
                        world.feed, follower, null, () -> fail("opened before it was taken in"), LiveStream.RECHECK))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_page_that_was_closed_ends_its_stream_without_an_error() throws Exception {
        FeedFixture.join(world.feed, null).close();
        LiveStream follower = new LiveStream(Map.of(), session::get, JsonMapper.shared(), world.feed.node(), NOON);
        EventStream.run(
                world.feed,
                follower,
                null,
                () -> {
                    throw new IOException("Broken pipe");
                },
                LiveStream.RECHECK);
        assertThat(world.feed.followers()).isZero();
    }

    /** Reads up to the event of this name; its id line. */
    private static String event(BufferedReader screen, String name) throws IOException {
        String line = screen.readLine();
        while (!("event: " + name).equals(line)) line = screen.readLine();
        return screen.readLine();
    }

    private void publish(String topic, Map<String, ?> payload) {
        world.outbox.publish(DAQIAO, topic, CASE, payload, NOON);
    }

    private BufferedReader open(@Nullable String lastEventId) throws Exception {
        FeedFixture.join(world.feed, null).close();
        PipedOutputStream out = new PipedOutputStream();
        BufferedReader screen = new BufferedReader(new InputStreamReader(new PipedInputStream(out), UTF_8));
        LiveStream follower =
                new LiveStream(Map.of("letter", LETTERS), session::get, JsonMapper.shared(), world.feed.node(), NOON);
        Thread.ofVirtual().start(() -> run(follower, out, lastEventId));
        return screen;
    }

    private void run(LiveStream follower, PipedOutputStream out, @Nullable String lastEventId) {
        try (out) {
            EventStream.run(world.feed, follower, lastEventId, () -> out, Duration.ofMillis(100));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
