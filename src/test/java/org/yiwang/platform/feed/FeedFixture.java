package org.yiwang.platform.feed;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** An outbox on a database of its own, with as many nodes following it as a test wants. */
public final class FeedFixture implements AutoCloseable {
    public static final Tenant DAQIAO = new Tenant(310110018);
    public static final Instant NOON = Instant.parse("2021-11-09T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final TestDatabase.Place place = TestDatabase.fresh();
    public final HikariDataSource pool = new HikariDataSource();
    public final JdbcClient jdbc = JdbcClient.create(pool);
    public final LiveFeed feed;
    public final Outbox outbox;
    private final List<LiveFeed> nodes = new ArrayList<>();

    public FeedFixture(int connections) {
        pool.setJdbcUrl(place.url());
        pool.setUsername(place.user());
        pool.setPassword(place.password());
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(60_000);
        feed = node("first");
        outbox = new Outbox(jdbc, JsonMapper.shared(), feed, clock());
    }

    public LiveFeed node(String name) {
        var source = place.dataSource();
        LiveFeed node = new LiveFeed(source, new FeedReader(JsonMapper.shared()), new Bell(source, name), clock());
        nodes.add(node);
        node.start();
        return node;
    }

    Outbox outbox(Instant now) {
        return new Outbox(jdbc, JsonMapper.shared(), feed, Clock.fixed(now, ZoneOffset.UTC));
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    void publish(int n) {
        outbox.publish(DAQIAO, "case", UUID.nameUUIDFromBytes(new byte[] {(byte) n}), Map.of("n", n), NOON);
    }

    /** Joins as soon as the feed is ready. */
    public static Subscription join(LiveFeed feed, @Nullable String lastEventId) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return feed.subscribe(row -> true, lastEventId);
            } catch (org.yiwang.platform.RefusedException e) {
                if (System.nanoTime() > end) throw e;
                Thread.sleep(5);
            }
        }
    }

    /** The numbers in the order they came in, until {@code count} are there or patience ends. */
    static List<Integer> numbers(Subscription follower, int count) throws InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (numbers.size() < count && System.nanoTime() < end) {
            follower.take(Duration.ofMillis(100)).forEach(item -> add(item, numbers));
        }
        return numbers;
    }

    private static void add(Subscription.Item item, List<Integer> numbers) {
        switch (item) {
            case Subscription.Event(FeedRow row, String ignored) ->
                numbers.add(row.payload().get("n").intValue());
            case Subscription.Mark ignored -> {}
        }
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        nodes.forEach(LiveFeed::close);
        pool.close();
    }
}
