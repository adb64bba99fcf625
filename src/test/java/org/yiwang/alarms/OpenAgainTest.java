package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A house that was shut for the night. */
@Tag("database")
class OpenAgainTest {
    private AlarmWorld world;

    @BeforeEach
    void open() {
        world = new AlarmWorld();
        world.rules(LiftPackage.controllers().rules());
        for (int i = 0; i < 5; i++) {
            world.device("lift-" + i, "lift-controller");
            world.say("lift-" + i, "heartbeat", "{}");
        }
        world.read(world.readers(world.transactions));
        world.clock.pass(Duration.ofHours(8));
    }

    @Test
    void nobody_is_called_out_for_the_night_and_whoever_stays_silent_is_called_out_after_an_interval() {
        RunAlarms.noteOutage(world.log, world.append, world.transactions, AlarmWorld.TENANT, world.clock.instant());
        var readers = world.readers(world.transactions);
        world.clock.pass(Duration.ofSeconds(1));
        world.say("lift-0", "heartbeat", "{}");
        world.append.tick();
        world.read(readers);
        assertThat(world.kept()).isEmpty();
        world.clock.pass(Duration.ofMinutes(3));
        world.append.tick();
        world.read(readers);
        assertThat(world.kept()).hasSize(5).allMatch(line -> line.contains("offline 0 RAISED MINOR"));
    }

    @Test
    void a_short_break_is_no_outage() {
        RunAlarms.noteOutage(
                world.log,
                world.append,
                world.transactions,
                AlarmWorld.TENANT,
                world.clock.instant().minus(Duration.ofHours(8)).plusSeconds(20));
        world.append.tick();
        world.read(world.readers(world.transactions));
        assertThat(world.kept()).filteredOn(line -> line.contains("RAISED")).hasSize(5);
    }
}
