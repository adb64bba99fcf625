package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a run measured, every round of it, as a file of its own. */
final class Results {
    private static final Path FOLDER = Path.of("bench", "results");

    private Results() {}

    static void write(String name, Map<String, ?> measured) throws IOException {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> all = Map.of(
                "at", now.toString(),
                "processors", Runtime.getRuntime().availableProcessors(),
                "java", Runtime.version().toString(),
                "measured", measured);
        Path file = Files.createDirectories(FOLDER)
                .resolve("%s-%s.json".formatted(name, now.toString().replace(":", "")));
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.printf("%nEvery round stands in %s%n", file);
    }
}
