package org.yiwang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The upper platform as a process beside the demonstration; it ends with it. */
final class UpperBeside {
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final long PACE_SECONDS = 180;
    private static final long REVIEW_SECONDS = 30;

    private UpperBeside() {}

    /** What the server is to be told of it. */
    static Map<String, Object> start(ServerOptions options, long clockOffsetSeconds)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(options.data.resolve("upper-platform"));
        int port = Companion.freePort();
        Process process = Companion.start(
                data.resolve("output"),
                List.of(
                        "upper-platform",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString(),
                        "--clock-offset-seconds",
                        String.valueOf(clockOffsetSeconds),
                        "--pace-seconds",
                        String.valueOf(PACE_SECONDS),
                        "--review-seconds",
                        String.valueOf(REVIEW_SECONDS)));
        JsonNode tokens = new JsonMapper().readTree(Files.readString(awaited(process, data.resolve("tokens.json"))));
        return Map.of(
                "yiwang.hotline.upper.url",
                "http://localhost:" + port,
                "yiwang.hotline.upper.token",
                tokens.path("token").asString());
    }

    private static Path awaited(Process process, Path tokens) throws InterruptedException {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!Files.exists(tokens)) {
            if (!process.isAlive() || System.nanoTime() > end)
                throw new IllegalStateException("The upper platform did not start; its output lies beside " + tokens);
            Thread.sleep(50);
        }
        return tokens;
    }
}
