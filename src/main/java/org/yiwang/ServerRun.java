package org.yiwang;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.yiwang.platform.postgres.PostgresServer;

/** One run of the server: its database first, then the application; stopped in the other order. */
class ServerRun {
    static final String DATABASE_URL = "YIWANG_DATABASE_URL";

    private final ServerOptions options;

    ServerRun(ServerOptions options) {
        this.options = options;
    }

    void start(Map<String, Object> settings) throws Exception {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("server.port", options.port);
        properties.put("yiwang.data", options.data.toAbsolutePath().toString());
        if (options.publicAddress != null) properties.put("yiwang.public-address", options.publicAddress);
        properties.putAll(database());
        SpringApplication application = new SpringApplication(Yiwang.class);
        application.setDefaultProperties(properties);
        application.run();
    }

    private Map<String, Object> database() throws Exception {
        String url = System.getenv(DATABASE_URL);
        if (url != null) return Map.of("spring.datasource.url", url);
        PostgresServer server = PostgresServer.start(options.data);
        SpringApplication.getShutdownHandlers().add(server::stop);
        return properties(server);
    }

    static Map<String, Object> properties(PostgresServer server) {
        return Map.of(
                "spring.datasource.url", server.jdbcUrl(),
                "spring.datasource.username", PostgresServer.USER,
                "spring.datasource.password", server.password());
    }
}
