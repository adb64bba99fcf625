package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./yiwang demo} in a process of its own, as everybody starts it. */
final class Demonstration implements Host {
    /** The folder of those that need a year but no particular one; the year is played there once. */
    static final String FOLDER = "var/bench";

    private static final long START_MAX_SECONDS = 120;
    private static final long YEAR_MAX_SECONDS = 900;
    private static final long POLL_MILLIS = 20;
    private static final long ANNOUNCED_MILLIS = 3_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final int port;
    private final Process process;
    private final double seconds;

    private Demonstration(Path data, int port, Process process) throws Exception {
        this.data = data;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        this.seconds = firstPage();
    }

    /** Returns when the first page is answered; on new data the year is still being played then. */
    static Demonstration start(Path data) throws Exception {
        int port = Server.freePort();
        Process process = new ProcessBuilder(
                        "./yiwang", "demo", "--data", data.toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Demonstration(data, port, process);
    }

    /** With its year in full. */
    static Demonstration loaded(Path data) throws Exception {
        if (!Files.exists(data.resolve("demo.json")))
            System.err.printf("  playing the year into %s first; it is kept for the next time%n", data);
        Demonstration demo = start(data);
        try {
            demo.awaitYear();
            return demo;
        } catch (Exception e) {
            demo.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** From the call of the program until its first page. */
    double seconds() {
        return seconds;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Everybody's, as the demonstration itself announces it. */
    @Override
    public String password() throws IOException {
        return JSON.readTree(Files.readString(data.resolve("demo.json")))
                .get("password")
                .asString();
    }

    /** The wrapper turns into the server, so that its process is the one. */
    double megabytes() throws IOException {
        return Processor.megabytes(process());
    }

    private double firstPage() throws Exception {
        long start = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > START_MAX_SECONDS * 1e9) {
                close();
                throw new IOException(
                        "The program did not start. Start it by hand to see why: ./yiwang demo --data " + data);
            }
            Thread.sleep(POLL_MILLIS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private boolean answers() {
        try (Wire wire = new Wire(port)) {
            return wire.get("/", "").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The loading is announced a moment after the first page. */
    private void awaitYear() throws Exception {
        Thread.sleep(ANNOUNCED_MILLIS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(YEAR_MAX_SECONDS);
        while (isLoading()) {
            if (System.nanoTime() > end) throw new IOException("The year was not loaded in time");
            Thread.sleep(500);
        }
    }

    private boolean isLoading() throws IOException {
        try (Wire wire = new Wire(port)) {
            JsonNode state = JSON.readTree(
                            wire.get("/api/v1/progress", "").checked(200).body())
                    .path("demonstration");
            return state.path("running").asBoolean(false);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(START_MAX_SECONDS, TimeUnit.SECONDS).join();
    }
}
