package org.yiwang.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import org.yiwang.platform.postgres.PostgresServer;

/** The product's own PostgreSQL with its own settings (fsync on), on new data; everybody measured works on it through a pool of the product's size. */
final class Database implements AutoCloseable {
    /** As in application.yaml. */
    static final int CONNECTIONS_MAX = 16;

    private final PostgresServer server;
    private final HikariDataSource pool;

    private Database(PostgresServer server) {
        this.server = server;
        this.pool = pool(CONNECTIONS_MAX, "public");
    }

    static Database create(Path folder) throws Exception {
        delete(folder);
        PostgresServer server = PostgresServer.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return new Database(server);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    HikariDataSource pool(int connections, String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(PostgresServer.USER);
        config.setPassword(server.password());
        config.setMaximumPoolSize(connections);
        config.setSchema(schema);
        config.addDataSourceProperty("prepareThreshold", "1");
        return new HikariDataSource(config);
    }

    /** The pool of those that do without the product. */
    HikariDataSource pool() {
        return pool;
    }

    PostgresServer server() {
        return server;
    }

    /** With user and password, for a process of its own. */
    String url() {
        return "%s?user=%s&password=%s".formatted(server.jdbcUrl(), PostgresServer.USER, server.password());
    }

    void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String value(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** How much the server has written to its log since it exists. */
    long walBytes() throws SQLException {
        return Long.parseLong(value("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"));
    }

    @Override
    public void close() {
        pool.close();
        server.stop();
    }
}
