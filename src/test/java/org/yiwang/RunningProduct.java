package org.yiwang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.organisation.SeedOrganisation;
import org.yiwang.organisation.SetClock;
import org.yiwang.territory.TerritoryImport;

/** The whole product on a port and a database of its own, with map and people of the example but no case; one for all tests of a run. */
public final class RunningProduct {
    public static final String PASSWORD = "bridge over the river";
    /** A point on a road of the sub-district. */
    public static final Map<String, Object> PLACE = Map.of("lon", 121.5399, "lat", 31.2716);

    private static final Path EXAMPLE = Path.of("examples", "daqiao");
    private static @org.jspecify.annotations.Nullable RunningProduct instance;

    @TestConfiguration(proxyBeanMethods = false)
    static class StandingClock {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock();
        }
    }

    private final ConfigurableApplicationContext context;
    private final TestDatabase.Place database = TestDatabase.fresh();
    private final Path data;

    private final int devicePort = freePort();

    private RunningProduct() throws IOException {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "product");
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("yiwang.data", data.toAbsolutePath().toString());
        settings.put("yiwang.sensing.mqtt.port", devicePort);
        settings.put("yiwang.sensing.mqtt.host", "127.0.0.1");
        SpringApplication application = new SpringApplication(Yiwang.class, StandingClock.class);
        application.setDefaultProperties(settings);
        context = application.run();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        bean(TerritoryImport.class).importFolder(EXAMPLE);
        bean(SeedOrganisation.class).seed(EXAMPLE.resolve("organisation.yaml"), login -> PASSWORD);
        bean(CatalogueStore.class).refresh();
    }

    /** Started at the first call. */
    public static synchronized RunningProduct start() {
        try {
            if (instance == null) instance = new RunningProduct();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase.Place database() {
        return database;
    }

    public Path data() {
        return data;
    }

    /** Where devices are heard. */
    public int devicePort() {
        return devicePort;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public Instant now() {
        return bean(SetClock.class).instant();
    }

    /** A client that nobody knows. */
    public HttpVisitor visitor() {
        return new HttpVisitor("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** A client with this person's session. */
    public HttpVisitor signedIn(String login) {
        HttpVisitor visitor = visitor();
        HttpVisitor.Answer answer = visitor.post("/api/v1/session", Map.of("login", login, "password", PASSWORD));
        if (answer.status() != 200) throw new IllegalStateException(answer.text());
        return visitor;
    }
}
