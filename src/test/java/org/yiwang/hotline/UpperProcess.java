package org.yiwang.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The upper platform as a process of its own, with the levers of those who work there. */
public final class UpperProcess implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(40);
    private static final int STARTS_MAX = 3;
    private static final int PORTS_TRIED_MAX = 50;
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 32_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int port;
    private @Nullable Process process;

    private UpperProcess(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public static UpperProcess start() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "upper");
        UpperProcess upper = new UpperProcess(data, freePort());
        upper.run();
        Runtime.getRuntime().addShutdownHook(new Thread(upper::close));
        return upper;
    }

    /** Not one of those that the system gives out: it has to be free again each time that the process comes back. */
    private static int freePort() throws IOException {
        Random random = new Random();
        for (int i = 0; i < PORTS_TRIED_MAX; i++) {
            int port = random.nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it.
            }
        }
        throw new BindException("No port between %d and %d is free".formatted(FIRST_PORT, LAST_PORT));
    }

    /** Starts it on what it had before; once more where somebody else has ended it before it could say a word. */
    void run() throws IOException, InterruptedException {
        for (int i = 1; !runs(); i++) {
            String said = Files.readString(data.resolve("output"));
            String how = "It ended with " + ended() + " and said: " + said;
            if (!said.isEmpty() || i == STARTS_MAX) throw new IllegalStateException(how);
            System.out.println("upper platform: " + how);
        }
    }

    /** Kills it while it starts, after so long. */
    void killAtStart(int afterMillis) throws IOException, InterruptedException {
        begin();
        Thread.sleep(afterMillis);
        kill();
    }

    private int ended() {
        return process == null ? -1 : process.exitValue();
    }

    private Process begin() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.yiwang.Yiwang",
                        "upper-platform",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output").toFile())
                .start();
        process = started;
        return started;
    }

    /** Whether it has come so far as to answer; not so when it has ended. */
    private boolean runs() throws IOException, InterruptedException {
        Process started = begin();
        long end = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < end) {
            if (!started.isAlive()) return false;
            if (Files.exists(data.resolve("tokens.json")) && answers()) return true;
            Thread.sleep(20);
        }
        throw new IllegalStateException("It did not start: " + Files.readString(data.resolve("output")));
    }

    private boolean answers() throws InterruptedException {
        try {
            return call("GET", "/admin/orders/none", null).statusCode() == 404;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it answers; waits for its end where it does not, because a process that is being killed lives on for a moment. */
    boolean isThere() throws InterruptedException {
        if (process == null || !process.isAlive()) return false;
        if (answers()) return true;
        if (!process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)) throw new IllegalStateException("It hangs");
        return false;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        if (process != null) process.destroyForcibly().waitFor();
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public String token() throws IOException {
        return JSON.readTree(Files.readString(data.resolve("tokens.json")))
                .path("token")
                .asString();
    }

    HttpUpperPlatform client() throws IOException {
        return client(Duration.ofSeconds(10));
    }

    HttpUpperPlatform client(Duration answering) throws IOException {
        return new HttpUpperPlatform(URI.create(address()), token(), answering, JSON);
    }

    /** What will go wrong with the next requests, one each. */
    void plan(String... faults) {
        admin("POST", "/admin/faults", Map.of("plan", Arrays.asList(faults)));
    }

    /** A new order; the rest of its fields are ordinary. */
    public void order(String no, Map<String, ?> fields) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "no", no,
                "kind", "TS",
                "category", "SH-0101",
                "receivedAt", "2021-11-09T09:28:00+08:00",
                "content", "来电人反映小区物业长期不清理楼道垃圾，要求处理。" + no,
                "caller", "沈女士",
                "phone", "13812340000",
                "address", "长阳路近宁国路",
                "lon", 121.5399,
                "lat", 31.2716));
        order.putAll(fields);
        order.values().removeIf(value -> value.equals(""));
        admin("POST", "/admin/orders", order);
    }

    /** A supervision, or the outcome of a review. */
    public void tell(String no, String type, Map<String, ?> content) {
        Map<String, Object> message = new HashMap<>(content);
        message.put("type", type);
        admin("POST", "/admin/orders/" + no + "/messages", message);
    }

    /** An order as it is kept there, with what it was told. */
    public JsonNode kept(String no) {
        return admin("GET", "/admin/orders/" + no, null);
    }

    /** What it was told of an order, one word each. */
    public List<String> acts(String no) {
        return kept(no).path("reports")
                .valueStream()
                .map(report -> report.path("act").asString())
                .toList();
    }

    private JsonNode admin(String method, String path, @Nullable Object body) {
        try {
            HttpResponse<String> answer = call(method, path, body);
            if (answer.statusCode() >= 300) throw new IllegalStateException(path + ": " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private HttpResponse<String> call(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        String admin = JSON.readTree(Files.readString(data.resolve("tokens.json")))
                .path("admin")
                .asString();
        return http.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + admin)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
    }
}
