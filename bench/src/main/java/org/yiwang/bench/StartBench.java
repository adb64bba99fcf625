package org.yiwang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long {@code ./yiwang demo} takes on data that exist until the first page is answered, and how much memory the server holds a while later. */
final class StartBench {
    private static final long START_MAX_SECONDS = 120;
    private static final long POLL_MILLIS = 20;

    private final Path data;
    private final int rounds;
    private final int settleSeconds;

    /** One start; the memory is read after the last one only. */
    record Start(double seconds, double megabytes) {}

    StartBench(Path data, int rounds, int settleSeconds) {
        this.data = data;
        this.rounds = rounds;
        this.settleSeconds = settleSeconds;
    }

    void run() throws Exception {
        if (!Files.exists(data.resolve("demo.json")))
            throw new IOException(
                    "%s holds no demonstration. Run ./yiwang demo --data %1$s once, or name another with --data."
                            .formatted(data));
        List<Start> starts = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            Start start = start(i == rounds);
            starts.add(start);
            System.out.printf(Locale.ROOT, "  start %d: first page after %.2f s%n", i, start.seconds());
        }
        double[] seconds = starts.stream().mapToDouble(Start::seconds).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%nfirst page after %.2f s (%.2f – %.2f); the server holds %.0f MB after %d s%n",
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1],
                starts.getLast().megabytes(),
                settleSeconds);
        Results.write("start", Map.of("starts", starts));
    }

    private Start start(boolean settle) throws Exception {
        int port = Server.freePort();
        Process process = new ProcessBuilder(
                        "./yiwang", "demo", "--data", data.toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread stop = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            double seconds = firstPage(process, port);
            if (settle) TimeUnit.SECONDS.sleep(settleSeconds);
            return new Start(seconds, settle ? megabytes(process) : 0);
        } finally {
            process.destroy();
            process.waitFor(START_MAX_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private static double firstPage(Process process, int port) throws Exception {
        long start = System.nanoTime();
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:%d/".formatted(port)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, page)) {
                if (!process.isAlive() || System.nanoTime() - start > START_MAX_SECONDS * 1e9)
                    throw new IOException("The program did not start. Start it by hand to see why: ./yiwang demo");
                Thread.sleep(POLL_MILLIS);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean answers(HttpClient client, HttpRequest page) throws InterruptedException {
        try {
            return client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The wrapper turns into the server, so that its process is the one. */
    private static double megabytes(Process process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
        return 0;
    }
}
