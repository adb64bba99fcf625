package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lift controller as a maker would build it, with an MQTT client of its own: it hears orders, knows a repeat by its id, and answers as it is told to. */
final class LiftController implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String serial;
    /** Orders in the order in which they came, repeats included. */
    final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    private final SensingWorld world;
    private final Mqtt5BlockingClient client;

    LiftController(SensingWorld world, String serial, String secret) {
        this.world = world;
        this.serial = serial;
        client = world.five(serial, secret);
        client.toAsync()
                .publishes(MqttGlobalPublishFilter.ALL, one -> heard.add(JSON.readTree(one.getPayloadAsBytes())));
        client.subscribeWith()
                .topicFilter("yw/" + serial + "/command")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
    }

    List<String> kinds() {
        return heard.stream().map(one -> one.get("order").asString()).toList();
    }

    JsonNode first(String order) {
        return heard.stream()
                .filter(one -> one.get("order").asString().equals(order))
                .findFirst()
                .orElseThrow();
    }

    /** Says something; durable when this returns. */
    void say(String kind, String values) {
        sayOf(serial, kind, values);
    }

    /** The same as a gateway, of a device that hangs on it. */
    void sayOf(String device, String kind, String values) {
        String payload = "{\"id\": %d, \"at\": \"%s\"%s}"
                .formatted(NUMBER.incrementAndGet(), world.product.now(), values.isEmpty() ? "" : ", " + values);
        assertThat(world.say(client, device, kind, payload)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
    }

    void answer(JsonNode order, String result) {
        sayOf(
                order.get("device").asString(),
                "order_answer",
                "\"order\": \"%s\", \"result\": \"%s\""
                        .formatted(order.get("id").asString(), result));
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
