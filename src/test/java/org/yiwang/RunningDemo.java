package org.yiwang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.hotline.UpperProcess;
import org.yiwang.platform.Progress;
import org.yiwang.sensing.FleetProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product with the demonstration year, on a port and a database of its own; one for all tests of a run. */
public final class RunningDemo {
    public static final Path YEAR = Path.of("examples", "year-2021.yaml");
    public static final Instant OPENING = Instant.parse("2021-12-31T02:30:00Z");
    private static final Duration LOADING_MAX = Duration.ofMinutes(8);
    private static @org.jspecify.annotations.Nullable RunningDemo instance;

    private final ConfigurableApplicationContext context;
    private final TestDatabase.Place database;
    private final JsonNode told;
    private final UpperProcess upper;

    private RunningDemo() throws IOException, InterruptedException {
        database = TestDatabase.fresh();
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo");
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("yiwang.data", data.toAbsolutePath().toString());
        settings.put("yiwang.demonstration.year", YEAR.toString());
        settings.put("yiwang.scenario.begin-with", "*");
        upper = UpperProcess.start();
        settings.put("yiwang.hotline.upper.url", upper.address());
        settings.put("yiwang.hotline.upper.token", upper.token());
        int devices = freePort();
        settings.put("yiwang.sensing.mqtt.port", devices);
        settings.put(
                "yiwang.clock.offset-seconds",
                Duration.between(Clock.systemUTC().instant(), OPENING).toSeconds());
        SpringApplication application = new SpringApplication(Yiwang.class);
        application.setDefaultProperties(settings);
        context = application.run();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        FleetProcess.start(
                data.resolve("fleet.output"),
                context.getBean(Clock.class).instant(),
                "--fleet",
                data.resolve("fleet.json"),
                "--address",
                "mqtt://localhost:" + devices);
        told = new JsonMapper().readTree(Files.readString(data.resolve("demo.json")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Started at the first call, the year being loaded. */
    public static synchronized RunningDemo start() {
        try {
            if (instance == null) instance = new RunningDemo();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The upper platform that it speaks with. */
    public UpperProcess upper() {
        return upper;
    }

    /** With its year loaded in full. */
    public static RunningDemo loaded() throws InterruptedException {
        RunningDemo demo = start();
        Instant end = Clock.systemUTC().instant().plus(LOADING_MAX);
        while (demo.isLoading()) {
            if (Clock.systemUTC().instant().isAfter(end)) throw new IllegalStateException("The year did not load");
            Thread.sleep(100);
        }
        return demo;
    }

    private boolean isLoading() {
        Optional<Progress.State> state = bean(Progress.class).state();
        return state.isEmpty() || state.get().running();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase.Place database() {
        return database;
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** A client that nobody knows. */
    public HttpVisitor visitor() {
        return new HttpVisitor(address());
    }

    /** A client with this person's session. */
    public HttpVisitor signedIn(String login) {
        HttpVisitor visitor = visitor();
        HttpVisitor.Answer answer = visitor.post("/api/v1/session", Map.of("login", login, "password", password()));
        if (answer.status() != 200) throw new IllegalStateException(answer.text());
        return visitor;
    }

    public String open311Key() {
        return told.get("open311Key").asString();
    }

    public String password() {
        return told.get("password").asString();
    }
}
