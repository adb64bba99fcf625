package org.yiwang.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;

/** What HTTP alone costs: a server that knows nobody and decides nothing; every request writes the four bare rows of one step. */
final class BareServer {
    private static final int BACKLOG = 64;

    private BareServer() {}

    /** @param arguments the port; the database's address stands in YIWANG_DATABASE_URL */
    public static void main(String[] arguments) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getenv("YIWANG_DATABASE_URL"));
        config.setMaximumPoolSize(Database.CONNECTIONS_MAX);
        config.addDataSourceProperty("prepareThreshold", "1");
        RawSteps steps = new RawSteps(new HikariDataSource(config));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, 404, ""));
        server.createContext("/step/", exchange -> step(exchange, steps));
        server.start();
    }

    private static void step(HttpExchange exchange, RawSteps steps) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        try {
            steps.step(UUID.fromString(path[2]), Integer.parseInt(path[3]));
            answer(exchange, 200, "{\"seq\":%s}".formatted(path[3]));
        } catch (SQLException e) {
            answer(exchange, 500, e.toString());
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
