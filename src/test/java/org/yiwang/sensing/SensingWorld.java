package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.store.LogStore;
import tools.jackson.databind.JsonNode;

/** The running product with lifts in force, devices in their registers, and clients of another maker. */
final class SensingWorld {
    static final Tenant TENANT = new Tenant(310110018);
    private static final Duration WAIT_MAX = Duration.ofSeconds(15);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final RunningProduct product = RunningProduct.start();
    final HttpVisitor admin = product.signedIn("admin");
    final HttpVisitor operator = product.signedIn("operator");

    SensingWorld() {
        for (String pack : List.of("foundation", "lift", "standard", "river")) {
            Answer published = admin.post("/api/v1/scenarios/" + pack + "/publish", Map.of("version", 1));
            assertThat(published.status()).as(published.text()).isIn(200, 409);
        }
        enter("building", Map.of("code", "B-LIFT", "name", "试验楼", "use", "dwelling"));
        enter("lift", Map.of("code", "31101000000000000001", "name", "1 号梯", "building", "B-LIFT"));
    }

    /** A controller with a line of its own; answers its serial number. */
    String controller() {
        String serial = "LC-" + NUMBER.incrementAndGet();
        enter("lift-controller", Map.of("serial", serial, "name", "控制器 " + serial, "lift", "31101000000000000001"));
        product.bean(KnownDevices.class).refresh(TENANT);
        return serial;
    }

    String gateway() {
        String serial = "LG-" + NUMBER.incrementAndGet();
        enter("lift-gateway", Map.of("serial", serial, "name", "网关 " + serial, "building", "B-LIFT"));
        product.bean(KnownDevices.class).refresh(TENANT);
        return serial;
    }

    String controllerBehind(String gateway) {
        String serial = "LC-" + NUMBER.incrementAndGet();
        enter(
                "lift-controller",
                Map.of("serial", serial, "name", "控制器 " + serial, "lift", "31101000000000000001", "gateway", gateway));
        product.bean(KnownDevices.class).refresh(TENANT);
        return serial;
    }

    void enter(String register, Map<String, ?> data) {
        Answer entered = operator.post(
                "/api/v1/registers/" + register + "/entries", Map.of("data", data, "lon", 121.5399, "lat", 31.2716));
        assertThat(entered.status()).as(entered.text()).isIn(201, 409, 422);
    }

    String secret(String serial) {
        Answer issued = admin.post("/api/v1/sensing/devices/" + serial + "/secret", Map.of());
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return issued.get("secret");
    }

    Mqtt5BlockingClient five(String serial, String secret) {
        Mqtt5BlockingClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(serial + "-" + NUMBER.incrementAndGet())
                .serverHost("127.0.0.1")
                .serverPort(product.devicePort())
                .simpleAuth()
                .username(serial)
                .password(secret.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        return client;
    }

    Mqtt3BlockingClient three(String serial, String secret) {
        Mqtt3BlockingClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(serial + "-" + NUMBER.incrementAndGet())
                .serverHost("127.0.0.1")
                .serverPort(product.devicePort())
                .simpleAuth()
                .username(serial)
                .password(secret.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        return client;
    }

    /** What the door said to a message at QoS 1. */
    Mqtt5PubAckReasonCode say(Mqtt5BlockingClient client, String serial, String kind, String payload) {
        try {
            client.publishWith()
                    .topic("yw/" + serial + "/" + kind)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload.getBytes(UTF_8))
                    .send();
            return Mqtt5PubAckReasonCode.SUCCESS;
        } catch (Mqtt5PubAckException refused) {
            return refused.getMqttMessage().getReasonCode();
        }
    }

    /** A heartbeat with this number, at the product's time. */
    String beat(int number) {
        return "{\"id\": %d, \"at\": \"%s\", \"floor\": 3, \"door\": \"closed\"}".formatted(number, product.now());
    }

    List<LogRecord> logged(String serial) {
        return product.bean(LogStore.class).latest(TENANT, serial, 100_000).reversed();
    }

    JsonNode shown(String serial) {
        product.bean(CountMessages.class).flush();
        Answer answer = admin.get("/api/v1/sensing/devices/" + serial);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    long strangers() {
        product.bean(CountMessages.class).flush();
        return admin.get("/api/v1/sensing/devices").json().get("strangers").asLong();
    }

    HttpVisitor.Answer batch(String name, String secret, String body) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
        return product.visitor()
                .with("Authorization", "Basic " + pair)
                .with("Content-Type", "application/x-ndjson")
                .postRaw("/api/sensing/batch", body.getBytes(UTF_8));
    }

    JdbcClient sql() {
        return product.bean(JdbcClient.class);
    }

    static void await(BooleanSupplier done) {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("It did not happen within " + WAIT_MAX);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
