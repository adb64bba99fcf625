package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class BesideServerTest {
    @TempDir
    Path data;

    @Test
    void a_command_works_at_the_time_of_the_data_not_of_the_machine() throws Exception {
        Instant opening = Instant.parse("2021-12-31T02:30:00Z");
        DataClock.begin(data, opening);
        AtomicReference<Instant> now = new AtomicReference<>();
        TestDatabase.Place place = TestDatabase.fresh();
        Map<String, Object> database = Map.of(
                "spring.datasource.url", place.url(),
                "spring.datasource.username", place.user(),
                "spring.datasource.password", place.password());
        BesideServer.run(data, database, program -> {
            now.set(program.getBean(Clock.class).instant());
            return 0;
        });
        assertThat(Duration.between(opening, now.get())).isBetween(Duration.ofSeconds(-1), Duration.ofHours(1));
    }

    @Test
    void a_folder_without_a_clock_of_its_own_has_the_machines() throws Exception {
        assertThat(DataClock.offset(data)).isZero();
        Files.writeString(data.resolve("clock.offset"), "PT-24H\n");
        assertThat(DataClock.offset(data)).isEqualTo(Duration.ofHours(-24));
    }
}
