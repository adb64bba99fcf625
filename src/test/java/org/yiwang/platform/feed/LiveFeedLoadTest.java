package org.yiwang.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R15: many writers whose transactions end in another order than they began, followers that are cut and return. */
@Tag("database")
class LiveFeedLoadTest {
    private static final int WRITERS = 200;
    private static final int ROWS_PER_WRITER = 10;
    private static final int ROWS = WRITERS * ROWS_PER_WRITER;
    private static final int FOLLOWERS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A client: cut at random moments, back with the last event id it was sent. */
    private record Client(Random chance, boolean steady, BitSet got, int[] doubled) {
        Client(int seed) {
            this(new Random(seed), seed % 2 == 0, new BitSet(ROWS), new int[1]);
        }

        void follow(LiveFeed feed) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            Subscription line = FeedFixture.join(feed, null);
            String last = line.begin().position();
            while (got.cardinality() < ROWS && System.nanoTime() < end) {
                List<Subscription.Item> items = line.take(Duration.ofMillis(50));
                boolean cut = !steady && chance.nextInt(5) == 0;
                int read = cut && !items.isEmpty() ? chance.nextInt(items.size()) : items.size();
                for (Subscription.Item item : items.subList(0, read)) {
                    note(item);
                    last = item.position();
                }
                if (cut || !line.isOpen()) {
                    line.close();
                    line = FeedFixture.join(feed, last);
                    if (!line.isComplete())
                        throw new AssertionError("The feed gave up on a client that was gone for a moment");
                }
            }
            line.close();
        }

        private void note(Subscription.Item item) {
            if (!(item instanceof Subscription.Event(FeedRow row, String ignored))) return;
            int n = row.payload().get("n").intValue();
            if (got.get(n)) doubled[0]++;
            got.set(n);
        }
    }

    @Test
    void two_hundred_writers_a_long_transaction_and_followers_that_come_and_go_miss_nothing() throws Exception {
        try (FeedFixture world = new FeedFixture(50);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LiveFeed second = world.node("second");
            List<Client> clients = new ArrayList<>();
            List<Future<?>> following = new ArrayList<>();
            for (int i = 0; i < FOLLOWERS; i++) {
                Client client = new Client(i);
                clients.add(client);
                LiveFeed feed = i % 4 < 2 ? world.feed : second;
                FeedFixture.join(feed, null).close();
                following.add(threads.submit(() -> {
                    client.follow(feed);
                    return null;
                }));
            }
            Thread.sleep(300);
            List<Future<?>> writing = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) writing.add(threads.submit(writer(world, w)));
            for (Future<?> each : writing) each.get();
            for (Future<?> each : following) each.get();

            int missed = clients.stream()
                    .mapToInt(client -> ROWS - client.got().cardinality())
                    .sum();
            int doubled = clients.stream()
                    .filter(Client::steady)
                    .mapToInt(client -> client.doubled()[0])
                    .sum();
            System.out.printf("live feed: %d rows to %d followers, missed %d%n", ROWS, FOLLOWERS, missed);
            assertThat(missed).isZero();
            assertThat(doubled).as("doubled for followers that never left").isZero();
        }
    }

    /** Writes its rows in transactions of random length; the first writer's one stays open through the whole run. */
    private static Runnable writer(FeedFixture world, int w) {
        return () -> {
            Random chance = new Random(w);
            if (w == 0) world.transaction().executeWithoutResult(ignored -> publishAll(world, w, chance, 200));
            else for (int i = 0; i < ROWS_PER_WRITER; i++) publishOne(world, w, i, chance);
        };
    }

    private static void publishOne(FeedFixture world, int w, int i, Random chance) {
        world.transaction().executeWithoutResult(ignored -> {
            publish(world, w * ROWS_PER_WRITER + i);
            pause(chance.nextInt(40));
        });
    }

    private static void publishAll(FeedFixture world, int w, Random chance, int pause) {
        for (int i = 0; i < ROWS_PER_WRITER; i++) {
            publish(world, w * ROWS_PER_WRITER + i);
            pause(chance.nextInt(pause));
        }
    }

    private static void publish(FeedFixture world, int n) {
        world.outbox.publish(FeedFixture.DAQIAO, "case", new UUID(0, n), Map.of("n", n), FeedFixture.NOON);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
