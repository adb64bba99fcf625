package org.yiwang.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server on our data folder, known from its pid file and made sure of by its command line. */
final class OrphanedServer {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final long POLL_MILLIS = 20;

    private final Path data;

    OrphanedServer(Path data) {
        this.data = data;
    }

    void stop(Duration max) throws IOException, InterruptedException {
        Optional<ProcessHandle> found = find();
        if (found.isEmpty()) return;
        ProcessHandle server = found.get();
        LOG.debug("Stopping the database server {} on {}", server.pid(), data);
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone.
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
        long end = System.nanoTime() + max.toNanos();
        while (server.isAlive() && System.nanoTime() < end) Thread.sleep(POLL_MILLIS);
        if (server.isAlive())
            throw new IOException("Process %d still holds %s. Stop it and start again.".formatted(server.pid(), data));
    }

    /** The port it listens on, from the fourth line of the pid file; empty when none runs. */
    OptionalInt port() throws IOException {
        if (find().isEmpty()) return OptionalInt.empty();
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return lines.size() < 4
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(lines.get(3).strip()));
    }

    private Optional<ProcessHandle> find() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
