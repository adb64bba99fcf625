package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.sensing.SensingWorld.TENANT;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.store.LogStore;

/**
 * A second node is killed ({@code kill -9}) while devices send; the client keeps book of what was acknowledged. Afterwards all of that lies in the log, and the
 * log has no gap. The long form: {@code -Dsensing.kills=200}.
 */
@Tag("database")
class IngestKillTest {
    private static final int KILLS = Integer.getInteger("sensing.kills", 2);
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final SensingWorld world = new SensingWorld();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void what_was_acknowledged_outlives_the_node_and_the_log_has_no_gap() throws Exception {
        String serial = world.controller();
        String secret = world.secret(serial);
        int acknowledgedBefore = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int port = freePort();
            Process node = node(port);
            try {
                Mqtt3AsyncClient device = connect(serial, secret, port, node);
                Thread sender = Thread.ofVirtual().start(() -> send(device, serial));
                long end = System.nanoTime() + START_MAX.toNanos();
                int wanted = acknowledgedBefore + 300;
                while (acknowledged.size() < wanted && System.nanoTime() < end) Thread.sleep(5);
                node.destroyForcibly().waitFor();
                sender.interrupt();
                sender.join();
            } finally {
                node.destroyForcibly().waitFor();
            }
            assertThat(acknowledged.size()).isGreaterThan(acknowledgedBefore);
            acknowledgedBefore = acknowledged.size();
        }
        Set<String> logged = new HashSet<>(
                world.logged(serial).stream().map(LogRecord::messageId).toList());
        assertThat(logged).containsAll(acknowledged);
        int partition = Partitions.of("lift-controller:" + serial);
        List<LogRecord> records = world.product.bean(LogStore.class).from(TENANT, partition, 0, 1_000_000);
        for (int i = 0; i < records.size(); i++)
            assertThat(records.get(i).offset()).isEqualTo(i);
    }

    private void send(Mqtt3AsyncClient device, String serial) {
        Instant now = world.product.now();
        while (!Thread.currentThread().isInterrupted() && device.getState().isConnected()) {
            String id = String.valueOf(number.incrementAndGet());
            device.publishWith()
                    .topic("yw/" + serial + "/heartbeat")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload("{\"id\": %s, \"at\": \"%s\"}".formatted(id, now).getBytes(UTF_8))
                    .send()
                    .thenRun(() -> acknowledged.add(id));
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static Mqtt3AsyncClient connect(String serial, String secret, int port, Process node) throws Exception {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (true) {
            Mqtt3AsyncClient client = MqttClient.builder()
                    .useMqttVersion3()
                    .serverHost("127.0.0.1")
                    .serverPort(port)
                    .simpleAuth()
                    .username(serial)
                    .password(secret.getBytes(UTF_8))
                    .applySimpleAuth()
                    .buildAsync();
            try {
                client.connect().get(5, TimeUnit.SECONDS);
                return client;
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                if (!node.isAlive() || System.nanoTime() > end)
                    throw new IllegalStateException(Files.readString(Path.of("target", "ingest-node.log")), e);
                Thread.sleep(200);
            }
        }
    }

    /** On the same database, at about the same time of day as the standing clock of the tests. */
    private Process node(int port) throws IOException {
        long offset = Duration.between(Clock.systemUTC().instant(), world.product.now())
                .toSeconds();
        ProcessBuilder node = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yiwang.Yiwang",
                "serve",
                "--port",
                String.valueOf(freePort()),
                "--data",
                Files.createTempDirectory(Path.of("target"), "node").toString());
        node.environment()
                .putAll(Map.of(
                        "YIWANG_DATABASE_URL", world.product.database().url(),
                        "SPRING_DATASOURCE_USERNAME", world.product.database().user(),
                        "SPRING_DATASOURCE_PASSWORD", world.product.database().password(),
                        "YIWANG_CLOCK_OFFSETSECONDS", String.valueOf(offset),
                        "YIWANG_SENSING_MQTT_PORT", String.valueOf(port),
                        "YIWANG_SENSING_MESSAGESPERSECOND", "5000",
                        "YIWANG_KEY_FILE",
                                world.product
                                        .data()
                                        .resolve("personal-data.keys")
                                        .toString()));
        Process process = node.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "ingest-node.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
