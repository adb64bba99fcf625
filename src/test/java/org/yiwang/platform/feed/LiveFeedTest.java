package org.yiwang.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.platform.feed.FeedFixture.DAQIAO;
import static org.yiwang.platform.feed.FeedFixture.NOON;
import static org.yiwang.platform.feed.FeedFixture.join;
import static org.yiwang.platform.feed.FeedFixture.numbers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LiveFeedTest {
    private final FeedFixture world = new FeedFixture(10);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_follower_gets_what_is_committed_and_not_what_is_rolled_back() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        world.transaction().executeWithoutResult(status -> {
            world.publish(1);
            status.setRollbackOnly();
        });
        world.publish(2);
        assertThat(numbers(follower, 1)).containsExactly(2);
    }

    @Test
    void a_long_transaction_delays_nobody_and_its_own_row_comes_when_it_ends() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual().start(() -> world.transaction().executeWithoutResult(ignored -> {
            world.publish(0);
            written.countDown();
            await(end);
        }));
        await(written);
        for (int n = 1; n <= 5; n++) world.publish(n);
        assertThat(numbers(follower, 5)).containsExactly(1, 2, 3, 4, 5);
        end.countDown();
        slow.join();
        assertThat(numbers(follower, 1)).containsExactly(0);
    }

    @Test
    void a_returning_client_gets_what_it_missed_once_a_transaction_then_open_included() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual().start(() -> world.transaction().executeWithoutResult(ignored -> {
            world.publish(0);
            written.countDown();
            await(end);
        }));
        await(written);
        world.publish(1);
        String last = lastPosition(follower);
        follower.close();
        world.publish(2);
        end.countDown();
        slow.join();
        world.publish(3);
        Subscription again = join(world.feed, last);
        assertThat(again.isComplete()).isTrue();
        assertThat(numbers(again, 3)).containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void a_client_cut_in_the_middle_of_a_batch_gets_that_batch_again() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        world.transaction().executeWithoutResult(ignored -> {
            for (int n = 1; n <= 3; n++) world.publish(n);
        });
        String position = first(follower).position();
        assertThat(numbers(join(world.feed, position), 3)).containsExactly(1, 2, 3);
    }

    @Test
    void a_slow_client_is_cut_and_misses_nothing_when_it_returns() throws InterruptedException {
        Subscription slow = join(world.feed, null);
        world.publish(0);
        String last = lastPosition(slow);
        world.transaction().executeWithoutResult(ignored -> {
            for (int n = 1; n <= Subscription.ITEMS_MAX + 50; n++) world.publish(n);
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (slow.isOpen() && System.nanoTime() < end) Thread.sleep(10);
        assertThat(slow.isOpen()).isFalse();
        assertThat(world.feed.followers()).isZero();
        assertThat(numbers(join(world.feed, last), Subscription.ITEMS_MAX + 50)).hasSize(Subscription.ITEMS_MAX + 50);
    }

    @Test
    void a_client_that_missed_too_much_is_told_to_load_its_lists_anew() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        world.publish(0);
        String last = lastPosition(follower);
        world.transaction().executeWithoutResult(ignored -> {
            for (int n = 1; n <= LiveFeed.REPLAY_MAX + 1; n++) world.publish(n);
        });
        // Until the feed itself has read the rows they are still to come, not missed.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        boolean complete = true;
        while (complete && System.nanoTime() < end)
            complete = join(world.feed, last).isComplete();
        assertThat(complete).isFalse();
    }

    @Test
    void a_client_with_a_position_of_another_server_or_another_week_is_told_to_load_its_lists_anew()
            throws InterruptedException {
        String ahead = new FeedPosition(NOON, "900000000000:900000000000:").id();
        String old = new FeedPosition(NOON.minus(Duration.ofDays(8)), "5:5:").id();
        assertThat(join(world.feed, ahead).isComplete()).isFalse();
        assertThat(join(world.feed, old).isComplete()).isFalse();
        assertThat(join(world.feed, "nonsense").isComplete()).isFalse();
    }

    @Test
    void an_idle_client_s_position_moves_on_with_what_it_may_not_see() throws InterruptedException {
        join(world.feed, null).close();
        Subscription blind = world.feed.subscribe(row -> false, null);
        String before = blind.mark().orElseThrow().position();
        world.publish(1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (blind.mark().orElseThrow().position().equals(before) && System.nanoTime() < end) Thread.sleep(5);
        Subscription again = join(world.feed, blind.mark().orElseThrow().position());
        world.publish(2);
        assertThat(numbers(again, 1)).containsExactly(2);
    }

    @Test
    void another_node_s_follower_is_told_long_before_the_fallback() throws InterruptedException {
        Subscription there = join(world.node("second"), null);
        Thread.sleep(300);
        List<Long> millis = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            long start = System.nanoTime();
            world.publish(n);
            assertThat(numbers(there, 1)).containsExactly(n);
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        assertThat(millis.stream().sorted().toList().get(4)).isLessThan(300);
    }

    @Test
    void a_feed_that_lost_its_connections_goes_on_and_misses_nothing() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        world.publish(1);
        assertThat(numbers(follower, 1)).containsExactly(1);
        world.jdbc.sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and query not like '%pg_terminate%'
                """).query().listOfRows();
        world.publish(2);
        world.publish(3);
        assertThat(numbers(follower, 2)).containsExactly(2, 3);
    }

    @Test
    void dismissed_followers_are_let_go_and_new_ones_are_refused() throws InterruptedException {
        Subscription follower = join(world.feed, null);
        world.feed.dismiss();
        assertThat(follower.isOpen()).isFalse();
        assertThat(world.feed.followers()).isZero();
    }

    @Test
    void rows_are_deleted_after_seven_days_and_not_before() {
        world.publish(1);
        world.outbox(NOON.plus(Outbox.KEPT)).prune();
        assertThat(count()).isEqualTo(1);
        world.outbox(NOON.plus(Outbox.KEPT).plusSeconds(1)).prune();
        assertThat(count()).isZero();
    }

    @Test
    void records_that_changed_since_a_transaction_are_named_once() {
        world.publish(1);
        long tx = world.jdbc
                .sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
        world.publish(2);
        world.publish(2);
        assertThat(world.outbox.changedSince("case", tx)).containsExactly(UUID.nameUUIDFromBytes(new byte[] {2}));
        assertThat(world.outbox.changedSince("notice", 0)).isEmpty();
    }

    private int count() {
        return world.jdbc
                .sql("select count(*) from platform.outbox where tenant = :tenant")
                .param("tenant", DAQIAO.code())
                .query(Integer.class)
                .single();
    }

    private static Subscription.Item first(Subscription follower) throws InterruptedException {
        List<Subscription.Item> items = follower.take(Duration.ofSeconds(20));
        assertThat(items).isNotEmpty();
        return items.getFirst();
    }

    /** Takes until the end of a batch. */
    private static String lastPosition(Subscription follower) throws InterruptedException {
        List<Subscription.Item> items = follower.take(Duration.ofSeconds(20));
        while (!(items.getLast() instanceof Subscription.Mark)) items = follower.take(Duration.ofSeconds(20));
        return items.getLast().position();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
