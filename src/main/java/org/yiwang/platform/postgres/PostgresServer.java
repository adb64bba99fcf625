package org.yiwang.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The product's own PostgreSQL: a child process on the loopback interface, durable (fsync on), its data kept in the data folder. A server that a killed
 * parent left behind is recognised by its data folder and stopped first.
 */
public final class PostgresServer {
    public static final String USER = "yiwang";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 20;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=256MB",
            "max_connections=80",
            "max_wal_size=2GB",
            "checkpoint_completion_target=0.9",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "password_encryption=scram-sha-256");

    private final Path data;
    private final String password;
    private final int port;
    private final @Nullable Process process;

    private PostgresServer(Path data, String password, int port, @Nullable Process process) {
        this.data = data;
        this.password = password;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the server in {@code folder}; creates its data at the first start.
     *
     * @throws IOException when the folder cannot be used or the server does not come up; the message names the log
     */
    public static PostgresServer start(Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
        PostgresFolder place = new PostgresFolder(home);
        place.prepare();
        new OrphanedServer(place.data()).stop(STOP_MAX);
        int port = freePort();
        Process process = launch(place, port);
        PostgresServer server = new PostgresServer(place.data(), place.password(), port, process);
        server.awaitReady(process, place.log());
        return server;
    }

    /**
     * For commands beside a running product: the server that already runs on {@code folder}, which {@link #stop} then leaves alone; otherwise a started one.
     */
    public static PostgresServer join(Path folder) throws IOException, InterruptedException {
        PostgresFolder place = new PostgresFolder(folder.toAbsolutePath().normalize());
        OptionalInt port = new OrphanedServer(place.data()).port();
        if (port.isEmpty()) return start(folder);
        return new PostgresServer(place.data(), place.password(), port.getAsInt(), null);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    public String password() {
        return password;
    }

    /** Stops at once but cleanly (fast shutdown): open transactions are rolled back, nothing committed is lost. */
    public void stop() {
        if (process == null || !process.isAlive()) return;
        try {
            new OrphanedServer(data).stop(STOP_MAX);
            process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        } catch (IOException e) {
            LOG.warn("The database could not be stopped cleanly; it will recover at the next start", e);
            process.destroyForcibly();
        }
    }

    private static Process launch(PostgresFolder place, int port) throws IOException {
        List<String> command = new ArrayList<>(place.command("postgres"));
        command.addAll(List.of("-D", place.data().toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) command.addAll(List.of("-c", setting));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                .start();
    }

    private void awaitReady(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("The database did not start. Its reasons stand in %s.".formatted(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), USER, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
