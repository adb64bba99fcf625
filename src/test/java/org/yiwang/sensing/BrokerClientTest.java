package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.sensing.SensingWorld.TENANT;
import static org.yiwang.sensing.SensingWorld.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.yiwang.sensing.gate.BrokerClient;
import org.yiwang.sensing.gate.Lines;
import org.yiwang.sensing.gate.Ways;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.store.LogStore;

/** Behind a broker of another maker: what the broker has acknowledged arrives, also what came while we were away. */
@Tag("database")
class BrokerClientTest {
    private final SensingWorld world = new SensingWorld();

    @Test
    void what_the_broker_holds_arrives_also_what_came_while_we_were_away() throws Exception {
        String serial = world.controller();
        try (Mosquitto broker = Mosquitto.start()) {
            Mqtt3BlockingClient device = MqttClient.builder()
                    .useMqttVersion3()
                    .serverHost("127.0.0.1")
                    .serverPort(broker.port)
                    .buildBlocking();
            device.connect();
            BrokerClient first = client(broker);
            first.open();
            say(device, "yw/" + serial + "/heartbeat", world.beat(0));
            await(() -> {
                // The subscription may come after the first message; then there is nobody whom the broker keeps it for.
                if (world.logged(serial).isEmpty()) say(device, "yw/" + serial + "/heartbeat", world.beat(0));
                return !world.logged(serial).isEmpty();
            });
            first.close();
            for (int i = 1; i <= 20; i++) say(device, "yw/" + serial + "/heartbeat", world.beat(i));
            say(device, "yw/nobody/heartbeat", world.beat(1));
            say(device, "yw/" + serial + "/heartbeat", "{");
            BrokerClient second = client(broker);
            second.open();
            await(() -> world.logged(serial).stream().anyMatch(one -> "20".equals(one.messageId())));
            assertThat(world.logged(serial).stream().map(LogRecord::messageId).filter(id -> !"0".equals(id)))
                    .as("each once and in order")
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 20)
                            .mapToObj(String::valueOf)
                            .toList());
            await(() -> world.shown(serial).get("letters").size() == 1);
            second.close();
            device.disconnect();
        }
    }

    @Test
    void a_device_behind_the_broker_is_asked_through_it_once_it_was_heard_there() throws Exception {
        String serial = world.controller();
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Mosquitto broker = Mosquitto.start()) {
            Mqtt3BlockingClient device = MqttClient.builder()
                    .useMqttVersion3()
                    .serverHost("127.0.0.1")
                    .serverPort(broker.port)
                    .buildBlocking();
            device.connect();
            device.toAsync()
                    .publishes(
                            MqttGlobalPublishFilter.ALL, one -> heard.add(new String(one.getPayloadAsBytes(), UTF_8)));
            device.subscribeWith()
                    .topicFilter("yw/" + serial + "/command")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            BrokerClient client = client(broker);
            client.open();
            Ways ways = ways(client);
            assertThat(ways.to(TENANT, serial)).as("never heard").isEmpty();
            await(() -> {
                say(device, "yw/" + serial + "/heartbeat", world.beat(0));
                return ways.to(TENANT, serial).isPresent();
            });
            ways.to(TENANT, serial).orElseThrow().accept("{\"order\": \"voice\"}".getBytes(UTF_8));
            await(() -> !heard.isEmpty());
            assertThat(heard).containsExactly("{\"order\": \"voice\"}");
            assertThat(world.shown(serial).get("letters"))
                    .as("our own order that comes back")
                    .isEmpty();
            client.close();
            assertThat(ways.to(TENANT, serial)).as("without the broker").isEmpty();
            device.disconnect();
        }
    }

    private Ways ways(BrokerClient client) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("broker", client));
        return new Ways(
                world.product.bean(Lines.class),
                beans.getBeanProvider(BrokerClient.class),
                world.product.bean(KnownDevices.class),
                world.product.bean(LogStore.class));
    }

    private BrokerClient client(Mosquitto broker) {
        return new BrokerClient(
                world.product.bean(TakeMessage.class),
                world.product.bean(CountMessages.class),
                world.product.bean(KnownDevices.class),
                TENANT.code(),
                URI.create("mqtt://127.0.0.1:" + broker.port),
                "",
                "");
    }

    private static void say(Mqtt3BlockingClient device, String topic, String payload) {
        device.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(UTF_8))
                .send();
    }
}
