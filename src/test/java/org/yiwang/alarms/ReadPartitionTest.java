package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionOperations;

@Tag("database")
class ReadPartitionTest {
    private AlarmWorld world;

    @BeforeEach
    void open() {
        world = new AlarmWorld();
        world.rules(LiftPackage.controllers().rules());
    }

    @Test
    void an_ebike_in_a_lift_is_an_alarm_that_ends_when_it_has_left() {
        var readers = world.readers(world.transactions);
        world.device("lift-1", "lift-controller");
        world.say("lift-1", "ebike_detected", "{\"confidence\":0.9}");
        world.read(readers);
        assertThat(world.kept()).isEmpty();
        world.pass(2_000);
        world.append.tick();
        world.read(readers);
        assertThat(world.kept()).hasSize(1).first().asString().startsWith("lift-1 ebike 0 RAISED MAJOR");
        world.pass(30_000);
        world.say("lift-1", "ebike_left", "{}");
        world.read(readers);
        assertThat(world.kept()).hasSize(2).last().asString().startsWith("lift-1 ebike 1 CLEARED MAJOR");
    }

    @Test
    void readers_that_are_killed_and_take_turns_say_what_one_that_never_stopped_says() {
        var readers = world.readers(world.transactions);
        world.day(7);
        world.pass(3_600_000);
        world.append.tick();
        world.read(readers);
        List<String> undisturbed = world.kept();
        assertThat(undisturbed).hasSizeGreaterThan(30);

        world.forget();

        SplittableRandom random = new SplittableRandom(3);
        TransactionOperations failing = new Failing(world.transactions, random);
        var one = world.readers(failing);
        var other = world.readers(failing);
        for (int i = 0; i < 12; i++) {
            var now = random.nextBoolean() ? one : other;
            if (random.nextInt(5) == 0) one = world.readers(failing);
            try {
                world.read(now);
            } catch (TransientDataAccessResourceException e) {
                assertThat(e).hasMessage("killed");
            }
        }
        world.read(world.readers(world.transactions));
        assertThat(world.kept()).isEqualTo(undisturbed);
    }

    /** Every third time the work is undone at its end. */
    private record Failing(TransactionOperations real, SplittableRandom random) implements TransactionOperations {
        @Override
        public <T> T execute(org.springframework.transaction.support.TransactionCallback<T> work) {
            return real.execute(status -> {
                T done = work.doInTransaction(status);
                if (random.nextInt(3) == 0) throw new TransientDataAccessResourceException("killed");
                return done;
            });
        }
    }

    @Test
    void only_one_node_reads_a_partition_at_a_time() {
        world.device("lift-1", "lift-controller");
        world.say("lift-1", "heartbeat", "{}");
        List<List<String>> seen = new ArrayList<>();
        world.transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 16; i++)
                assertThat(new org.yiwang.alarms.store.StateStore(world.db).lock(AlarmWorld.TENANT, i))
                        .isTrue();
            Thread other = Thread.ofPlatform().start(() -> {
                world.read(world.readers(world.transactions));
                seen.add(world.db
                        .sql("select name from sensing.reader")
                        .query(String.class)
                        .list());
            });
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(seen).containsExactly(List.of());
    }
}
