package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.sensing.LogWorld.NOW;
import static org.yiwang.sensing.LogWorld.TENANT;
import static org.yiwang.sensing.LogWorld.letter;
import static org.yiwang.sensing.LogWorld.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.SetClock;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.model.Place;
import org.yiwang.sensing.store.LetterStore;

/** The log: in order without gaps, durable before anybody is told so, and never a hole for a reader. */
@Tag("database")
class LogTest {
    private LogWorld world;

    @BeforeEach
    void open() {
        world = new LogWorld();
    }

    @Test
    void two_nodes_that_write_at_once_leave_no_gap_and_time_never_goes_back() throws Exception {
        Clock ahead = Clock.fixed(NOW.plusSeconds(600), ZoneOffset.UTC);
        Clock behind = Clock.fixed(NOW, ZoneOffset.UTC);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                AppendLog node = world.node(thread % 2 == 0 ? ahead : behind);
                int first = thread * 1_000;
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        List<org.yiwang.sensing.model.Incoming> batch = new ArrayList<>();
                        for (int j = 0; j < 10; j++) batch.add(message("lamp:" + (i + j) % 50, first + i * 10 + j));
                        node.append(batch);
                    }
                }));
            }
            for (Future<?> one : running) one.get();
        }
        world.checkOrder();
        assertThat(world.all()).hasSize(1_600);
        assertThat(new HashSet<>(world.all().stream().map(LogRecord::messageId).toList()))
                .hasSize(1_600);
    }

    @Test
    void the_clock_of_a_node_may_step_back_the_time_of_the_log_does_not() {
        SetClock clock = new SetClock();
        AppendLog node = world.node(clock);
        Instant first = node.append(List.of(message("lamp:1", 1))).getFirst().ingestAt();
        Clock stepped = Clock.fixed(clock.instant().minus(Duration.ofHours(1)), ZoneOffset.UTC);
        Place second = world.node(stepped).append(List.of(message("lamp:1", 2))).getFirst();
        assertThat(second.offset()).isEqualTo(1);
        assertThat(second.ingestAt()).isEqualTo(first);
    }

    @Test
    void what_comes_twice_or_in_the_wrong_order_lies_in_the_log_as_it_came() {
        AppendLog node = world.node(Clock.fixed(NOW, ZoneOffset.UTC));
        node.append(List.of(message("lamp:1", 2), message("lamp:1", 1), message("lamp:1", 2)));
        assertThat(world.all()).extracting(LogRecord::messageId).containsExactly("2", "1", "2");
    }

    @Test
    void all_messages_of_a_family_lie_in_one_partition_and_families_are_spread() {
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 200; i++) used.add(Partitions.of("lift-gateway:G" + i));
        assertThat(used).hasSize(Partitions.COUNT);
        assertThat(Partitions.of("lift-gateway:G1")).isEqualTo(Partitions.of("lift-gateway:G" + 1));
    }

    @Test
    void nobody_is_told_before_the_commit() {
        List<String> order = new ArrayList<>();
        TransactionOperations watched = new Around() {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                T done = world.transactions.execute(action);
                order.add("committed");
                return done;
            }
        };
        try (GatherMessages gather = world.gather(Clock.fixed(NOW, ZoneOffset.UTC), watched)) {
            gather.take(message("lamp:1", 1)).thenRun(() -> order.add("told")).join();
        }
        assertThat(order).containsExactly("committed", "told");
    }

    @Test
    void a_transaction_that_fails_before_its_commit_is_tried_again_and_then_told() {
        AtomicInteger tries = new AtomicInteger();
        TransactionOperations weak = new Around() {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                return world.transactions.execute(status -> {
                    T done = action.doInTransaction(status);
                    if (tries.incrementAndGet() == 1) throw new TransientDataAccessResourceException("cut off");
                    return done;
                });
            }
        };
        try (GatherMessages gather = world.gather(Clock.fixed(NOW, ZoneOffset.UTC), weak)) {
            assertThat(gather.take(message("lamp:1", 1)).join()).isNotNull();
        }
        assertThat(world.all()).hasSize(1);
        world.checkOrder();
    }

    @Test
    void a_commit_whose_answer_is_lost_doubles_a_message_at_most_and_loses_none() {
        AtomicInteger tries = new AtomicInteger();
        TransactionOperations cut = new Around() {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                T done = world.transactions.execute(action);
                if (tries.incrementAndGet() == 1) throw new TransientDataAccessResourceException("answer lost");
                return done;
            }
        };
        try (GatherMessages gather = world.gather(Clock.fixed(NOW, ZoneOffset.UTC), cut)) {
            Place told = gather.take(message("lamp:1", 1)).join();
            assertThat(told).isNotNull();
        }
        assertThat(world.all()).extracting(LogRecord::messageId).containsExactly("1", "1");
        world.checkOrder();
    }

    @Test
    void when_the_database_stays_away_nobody_is_told_that_a_message_is_safe() {
        TransactionOperations gone = new Around() {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                throw new TransientDataAccessResourceException("gone");
            }
        };
        try (GatherMessages gather = world.gather(Clock.fixed(NOW, ZoneOffset.UTC), gone)) {
            CompletableFuture<@Nullable Place> told = gather.take(message("lamp:1", 1));
            assertThatThrownBy(told::join).hasRootCauseMessage("gone");
        }
        assertThat(world.all()).isEmpty();
    }

    @Test
    void one_message_that_the_database_refuses_keeps_no_other_out() {
        try (GatherMessages gather = world.gather(Clock.fixed(NOW, ZoneOffset.UTC), world.transactions)) {
            List<CompletableFuture<@Nullable Place>> told = new ArrayList<>();
            for (int i = 0; i < 50; i++)
                told.add(gather.take(
                        i == 17
                                ? new org.yiwang.sensing.model.Incoming(
                                        "lamp:1",
                                        "lamp:1",
                                        "lamp",
                                        "state",
                                        null,
                                        "a\0",
                                        "{}",
                                        org.yiwang.sensing.model.Incoming.Source.HTTP)
                                : message("lamp:1", i)));
            told.forEach(one -> one.exceptionally(why -> null).join());
            assertThat(told.get(17)).isCompletedExceptionally();
        }
        assertThat(world.all()).hasSize(49);
        world.checkOrder();
    }

    @Test
    void what_a_reader_still_wants_is_kept_and_what_goes_leaves_no_hole() {
        SetClock clock = new SetClock();
        AppendLog node = world.node(clock);
        int partition = Partitions.of("lamp:1");
        for (int i = 0; i < 30; i++) {
            node.append(List.of(message("lamp:1", i)));
            clock.pass(Duration.ofDays(1));
        }
        world.retention.keepPlace(TENANT, "engine", partition, 12, clock.instant());
        Instant before = clock.instant().minus(Duration.ofDays(10));
        assertThat(world.retention.giveUp(TENANT, partition, before, 5)).isEqualTo(5);
        assertThat(world.retention.giveUp(TENANT, partition, before, 100)).isEqualTo(7);
        assertThat(world.retention.giveUp(TENANT, partition, before, 100)).isZero();
        assertThat(world.log.from(TENANT, partition, 0, 100))
                .extracting(LogRecord::offset)
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.range(12, 30).boxed().toList());
        world.retention.keepPlace(TENANT, "engine", partition, 29, clock.instant());
        world.retention.giveUp(TENANT, partition, before, 100);
        assertThat(world.log.from(TENANT, partition, 0, 100).getFirst().offset())
                .as("ten days are kept whoever has read them")
                .isEqualTo(20);
        assertThat(world.retention.place(TENANT, "newcomer", partition)).isEqualTo(20);
    }

    @Test
    void a_tick_says_how_far_time_has_come_where_nothing_is_said() {
        SetClock clock = new SetClock();
        AppendLog node = world.node(clock);
        node.append(List.of(message("lamp:1", 1)));
        clock.pass(Duration.ofSeconds(5));
        node.tick();
        for (int partition = 0; partition < Partitions.COUNT; partition++)
            assertThat(world.log.head(TENANT, partition).lastIngestAt()).isEqualTo(clock.instant());
        clock.pass(Duration.ofSeconds(-3));
        assertThat(node.append(List.of(message("lamp:1", 2))).getFirst().ingestAt())
                .isEqualTo(clock.instant().plusSeconds(3));
    }

    @Test
    void of_dead_letters_a_device_has_the_latest_so_many() {
        for (int i = 0; i < LetterStore.LETTERS_PER_DEVICE_MAX + 30; i++) {
            int number = i;
            world.transactions.executeWithoutResult(status -> world.letters.keep(TENANT, List.of(letter(number))));
        }
        assertThat(world.letters.of(TENANT, "lamp-1")).hasSize(LetterStore.LETTERS_PER_DEVICE_MAX);
        assertThat(world.letters.of(TENANT, "lamp-1").getLast().id())
                .isEqualTo(letter(30).id());
    }

    private abstract static class Around implements TransactionOperations {}
}
