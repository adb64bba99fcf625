package org.yiwang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.yiwang.platform.postgres.PostgresServer;

/** A database of one's own for the length of a command: empty, migrated, and gone afterwards. */
final class PassingDatabase implements AutoCloseable {
    private final Path folder;
    private final PostgresServer server;

    private PassingDatabase(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    static PassingDatabase start() throws IOException {
        Path folder = Files.createTempDirectory("yiwang-check");
        // PostgreSQL runs as another user where we are root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            return new PassingDatabase(folder, PostgresServer.start(folder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The database was not waited for.", e);
        }
    }

    DataSource migrated() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(PostgresServer.USER);
        source.setPassword(server.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .load()
                .migrate();
        return source;
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
