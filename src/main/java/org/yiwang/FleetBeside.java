package org.yiwang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The demonstration's devices as a process beside it: they speak over MQTT as those of a maker would. */
final class FleetBeside {
    private static final int TROUBLES_PER_HOUR = 24;

    private FleetBeside() {}

    /** What the server is to be told of it. */
    static Map<String, Object> start(ServerOptions options, long clockOffsetSeconds) throws IOException {
        Path data = Files.createDirectories(options.data);
        int port = Companion.freePort();
        Companion.start(
                data.resolve("fleet.output"),
                List.of(
                        "simulate",
                        "--fleet",
                        data.resolve("fleet.json").toString(),
                        "--address",
                        "mqtt://localhost:" + port,
                        "--per-hour",
                        String.valueOf(TROUBLES_PER_HOUR),
                        "--clock-offset-seconds",
                        String.valueOf(clockOffsetSeconds)));
        return Map.of("yiwang.sensing.mqtt.port", port);
    }
}
