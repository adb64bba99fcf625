package org.yiwang.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, started as {@code ./yiwang} starts it. */
final class Server {
    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final List<String> FLAGS = List.of(
            "-Xmx352m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param command main class and arguments; the port follows as the last one */
    static Server start(Path log, Map<String, String> environment, String... command) throws Exception {
        int port = freePort();
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(FLAGS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(command));
        line.add(Integer.toString(port));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Server server = new Server(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        server.await(log);
        return server;
    }

    /** The product, on this database and with the keys of this folder. */
    static Server product(Database database, Path data) throws Exception {
        return product(database, data, Map.of());
    }

    /** @param environment settings beside those of every measurement */
    static Server product(Database database, Path data, Map<String, String> environment) throws Exception {
        Path own = Files.createDirectories(data.resolve("server"));
        Map<String, String> all = new HashMap<>(environment);
        all.put("YIWANG_DATABASE_URL", database.url());
        all.put("YIWANG_KEY_FILE", data.resolve("personal-data.keys").toString());
        return start(
                own.resolve("server.log"),
                all,
                "org.yiwang.Yiwang",
                "serve",
                "--data",
                own.toString(),
                "--port");
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    private void await(Path log) throws Exception {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end)
                throw new IOException("The server did not start:\n" + Files.readString(log));
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (Wire wire = new Wire(port)) {
            wire.post("/api/v1/session", "X-Requested-With: yiwang\r\n", "{}");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
