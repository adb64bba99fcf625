package org.yiwang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.yiwang.platform.postgres.PostgresServer;

/** One real PostgreSQL for the whole test run; every caller gets a database of its own, copied from a migrated template. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestDatabase INSTANCE = open();

    private final PostgresServer server;

    private TestDatabase(PostgresServer server) {
        this.server = server;
    }

    /** Address, user and password of a fresh migrated database. */
    public record Place(String url, String user, String password) {
        public DataSource dataSource() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }
    }

    public static Place fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        INSTANCE.execute("create database " + name + " template migrated");
        return INSTANCE.place(name);
    }

    private static TestDatabase open() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-database"));
            PostgresServer server = PostgresServer.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            TestDatabase database = new TestDatabase(server);
            database.migrate();
            return database;
        } catch (Exception e) {
            throw new IllegalStateException("The test database did not start", e);
        }
    }

    private void migrate() throws SQLException {
        dropLeftovers();
        execute("create database migrated");
        Place place = place("migrated");
        Flyway.configure()
                .dataSource(place.url(), place.user(), place.password())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private void dropLeftovers() throws SQLException {
        var names = new java.util.ArrayList<String>();
        try (Connection c = connect();
                var rows = c.createStatement()
                        .executeQuery(
                                "select datname from pg_database where datname like 'test\\_%' or datname = 'migrated'")) {
            while (rows.next()) names.add(rows.getString(1));
        }
        for (String name : names) execute("drop database " + name + " with (force)");
    }

    private Place place(String name) {
        return new Place(server.jdbcUrl().replaceAll("/postgres$", "/" + name), PostgresServer.USER, server.password());
    }

    private void execute(String sql) {
        try (Connection c = connect();
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, server.password());
    }
}
