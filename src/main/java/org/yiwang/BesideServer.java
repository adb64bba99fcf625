package org.yiwang;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.platform.postgres.PostgresServer;

/** The program on the data of a folder, without its web server and beside one that may be running there; the schema stays as it is. */
final class BesideServer {
    static final int NOT_RUN = 2;

    private BesideServer() {}

    /** What a command does there; answers its exit status. */
    interface Work {
        int on(ConfigurableApplicationContext program) throws Exception;
    }

    /** @param complaints told where the folder holds no data; the status is then {@link #NOT_RUN} */
    static int run(Path data, PrintStream complaints, Work work) throws Exception {
        String url = System.getenv(ServerRun.DATABASE_URL);
        if (url != null) return run(data, Map.of("spring.datasource.url", url), work);
        if (!Files.isDirectory(data.resolve("postgres"))) {
            complaints.printf("%s holds no data. Name the data folder with --data.%n", data);
            return NOT_RUN;
        }
        PostgresServer server = PostgresServer.join(data);
        try {
            return run(data, ServerRun.properties(server), work);
        } finally {
            server.stop();
        }
    }

    /** At the data's own time, as the server there. */
    static int run(Path data, Map<String, Object> database, Work work) throws Exception {
        Map<String, Object> properties = new HashMap<>(database);
        properties.put("yiwang.data", data.toAbsolutePath().toString());
        properties.put("spring.flyway.enabled", false);
        properties.put("yiwang.clock.offset-seconds", DataClock.offset(data).toSeconds());
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yiwang.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(properties)
                .run()) {
            return work.on(program);
        }
    }
}
