package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an office's computer does to a server: the power goes, somebody presses Ctrl-C. */
@Tag("database")
class ServerLifeTest {
    private static final String PERSON =
            "{\"token\":\"%s\",\"login\":\"first\",\"name\":\"王建国\",\"password\":\"Correct-Horse-7\"}";

    @Test
    void after_a_kill_the_next_start_recovers_by_itself_and_a_stop_leaves_nothing_behind() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "server-life-" + System.nanoTime()));
        Path data = folder.resolve("data").toAbsolutePath();
        ServerProcess first = ServerProcess.start(data, data.resolveSibling("first.log"));
        assertThat(first.post("/api/v1/public/setup", PERSON.formatted(first.setupToken()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(Files.readString(data.resolveSibling("first.log")))
                .as("a new database server takes in every package that ships")
                .doesNotContain("TakeInBundled");
        first.kill();
        assertThat(ServerProcess.using(data))
                .as("the database outlives its parent")
                .isNotEmpty();

        ServerProcess second = ServerProcess.start(data, data.resolveSibling("second.log"));
        assertThat(second.post("/api/v1/session", "{\"login\":\"first\",\"password\":\"Correct-Horse-7\"}")
                        .statusCode())
                .isEqualTo(200);
        second.stop();
        assertThat(ServerProcess.using(data)).isEmpty();
    }
}
