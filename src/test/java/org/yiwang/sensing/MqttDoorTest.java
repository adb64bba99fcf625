package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.sensing.SensingWorld.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.sensing.gate.Lines;
import org.yiwang.sensing.model.LogRecord;
import tools.jackson.databind.JsonNode;

/** R25: what devices do right and wrong at the door, with clients of another maker. */
@Tag("database")
class MqttDoorTest {
    private static SensingWorld world;

    @BeforeAll
    static void open() {
        world = new SensingWorld();
    }

    @Test
    void what_was_acknowledged_lies_in_the_log_as_it_was_said() {
        String serial = world.controller();
        Mqtt5BlockingClient five = world.five(serial, world.secret(serial));
        assertThat(world.say(five, serial, "heartbeat", world.beat(1))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        assertThat(world.logged(serial)).singleElement().satisfies(one -> {
            assertThat(one.messageId()).isEqualTo("1");
            assertThat(one.values()).isEqualTo("{\"door\": \"closed\", \"floor\": 3}");
            assertThat(one.deviceTime()).isEqualTo(world.product.now());
            assertThat(one.family()).isEqualTo("lift-controller:" + serial);
        });
        five.disconnect();
        JsonNode shown = world.shown(serial);
        assertThat(shown.at("/device/today/messages").asInt()).isEqualTo(1);
        assertThat(shown.at("/latest/0/kindName/zh").asString()).isEqualTo("心跳");
        assertThat(shown.at("/latest/0/values").findValuesAsString("name")).contains("floor", "door");
    }

    @Test
    void the_older_protocol_is_spoken_too_and_doubled_messages_stay_doubled() {
        String serial = world.controller();
        Mqtt3BlockingClient three = world.three(serial, world.secret(serial));
        for (int number : List.of(2, 1, 2))
            three.publishWith()
                    .topic("yw/" + serial + "/heartbeat")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(world.beat(number).getBytes(UTF_8))
                    .send();
        assertThat(world.logged(serial)).extracting(LogRecord::messageId).containsExactly("2", "1", "2");
        three.disconnect();
    }

    @Test
    void a_stranger_is_turned_away_and_counted() {
        String serial = world.controller();
        String secret = world.secret(serial);
        long before = world.strangers();
        assertThatThrownBy(() -> world.five(serial, secret + "x"))
                .isInstanceOfSatisfying(Mqtt5ConnAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
        assertThatThrownBy(() -> world.five("nobody", secret)).isInstanceOf(Mqtt5ConnAckException.class);
        assertThatThrownBy(() -> world.three("nobody", secret)).isInstanceOf(RuntimeException.class);
        assertThat(world.strangers()).isEqualTo(before + 3);
    }

    @Test
    void a_device_speaks_for_itself_alone_and_a_gateway_for_its_own_children() {
        String gateway = world.gateway();
        String child = world.controllerBehind(gateway);
        String other = world.controller();
        Mqtt5BlockingClient five = world.five(gateway, world.secret(gateway));
        assertThat(world.say(five, child, "heartbeat", world.beat(1))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        assertThat(world.say(five, other, "heartbeat", world.beat(1))).isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
        assertThat(world.say(five, "LC-none", "heartbeat", world.beat(1)))
                .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
        five.disconnect();
        Mqtt5BlockingClient itself = world.five(child, world.secret(child));
        assertThat(world.say(itself, gateway, "heartbeat", world.beat(1)))
                .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
        itself.disconnect();
        assertThat(world.logged(child).getFirst().family()).isEqualTo("lift-gateway:" + gateway);
        assertThat(world.logged(other)).isEmpty();
        assertThat(world.shown(gateway).at("/device/today/refused").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_not_understood_is_kept_with_the_reason_and_others_do_not_notice() {
        String serial = world.controller();
        Mqtt5BlockingClient five = world.five(serial, world.secret(serial));
        assertThat(world.say(five, serial, "heartbeat", "{\"id\": 1"))
                .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        assertThat(world.say(five, serial, "heartbeat", world.beat(2).replace("3,", "\"three\",")))
                .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        String twoDays = world.product.now().plus(Duration.ofDays(2)).toString();
        assertThat(world.say(
                        five,
                        serial,
                        "heartbeat",
                        world.beat(3).replace(world.product.now().toString(), twoDays)))
                .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        assertThat(world.say(five, serial, "singing", world.beat(4)))
                .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        assertThat(world.say(five, serial, "heartbeat", world.beat(5))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        five.disconnect();
        JsonNode shown = world.shown(serial);
        assertThat(shown.get("letters").findValuesAsString("code"))
                .containsExactly(
                        "sensing.unknown-message", "sensing.clock-ahead", "sensing.wrong-type", "sensing.broken-json");
        assertThat(shown.at("/letters/2/title").asString()).contains("floor", "whole");
        assertThat(shown.at("/device/letters").asInt()).isEqualTo(4);
        assertThat(world.logged(serial)).extracting(LogRecord::messageId).containsExactly("5");
    }

    @Test
    void an_older_client_whose_message_is_kept_as_a_letter_need_not_send_it_again() {
        String serial = world.controller();
        Mqtt3BlockingClient three = world.three(serial, world.secret(serial));
        three.publishWith()
                .topic("yw/" + serial + "/heartbeat")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload("{".getBytes(UTF_8))
                .send();
        three.disconnect();
        assertThat(world.shown(serial).get("letters")).hasSize(1);
    }

    @Test
    void ten_thousand_messages_a_second_from_one_device_are_throttled_and_counted_and_its_neighbour_does_not_notice()
            throws Exception {
        String loud = world.controller();
        String quiet = world.controller();
        Mqtt5BlockingClient flood = world.five(loud, world.secret(loud));
        Mqtt5BlockingClient neighbour = world.five(quiet, world.secret(quiet));
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 0; i < 10_000; i++)
            sent.add(flood.toAsync()
                    .publishWith()
                    .topic("yw/" + loud + "/heartbeat")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(world.beat(i).getBytes(UTF_8))
                    .send());
        for (int i = 0; i < 20; i++)
            assertThat(world.say(neighbour, quiet, "heartbeat", world.beat(i)))
                    .isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        for (CompletableFuture<?> one : sent) one.handle((done, why) -> done).get(30, TimeUnit.SECONDS);
        assertThat(world.logged(quiet)).hasSize(20);
        int taken = world.logged(loud).size();
        assertThat(taken).isBetween(200, 2_000);
        assertThat(world.shown(loud).at("/device/today/throttled").asInt()).isEqualTo(10_000 - taken);
        flood.disconnect();
        neighbour.disconnect();
    }

    @Test
    void five_megabytes_are_refused_unread_and_the_next_connection_works() throws Exception {
        String serial = world.controller();
        String secret = world.secret(serial);
        try (Socket socket = new Socket("127.0.0.1", world.product.devicePort())) {
            OutputStream out = socket.getOutputStream();
            out.write(Packets.connect(serial, secret));
            assertThat(socket.getInputStream().readNBytes(4)).startsWith(0x20);
            out.write(Packets.publishHead("yw/" + serial + "/heartbeat", 5_000_000));
            assertThat(socket.getInputStream().read())
                    .as("closed before the payload was sent")
                    .isEqualTo(-1);
        }
        Mqtt3BlockingClient three = world.three(serial, secret);
        three.publishWith()
                .topic("yw/" + serial + "/heartbeat")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(world.beat(1).getBytes(UTF_8))
                .send();
        three.disconnect();
        assertThat(world.shown(serial).at("/device/today/refused").asInt()).isEqualTo(1);
        assertThat(world.logged(serial)).hasSize(1);
    }

    @Test
    void bytes_that_are_no_mqtt_harm_nobody() throws Exception {
        for (byte[] rubbish : List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8),
                new byte[] {0x10, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f},
                new byte[] {0x30, 2, 0, 0}))
            try (Socket socket = new Socket("127.0.0.1", world.product.devicePort())) {
                socket.setSoTimeout(15_000);
                socket.getOutputStream().write(rubbish);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
    }

    @Test
    void exactly_once_is_not_offered() throws Exception {
        String serial = world.controller();
        try (Socket socket = new Socket("127.0.0.1", world.product.devicePort())) {
            socket.getOutputStream().write(Packets.connect(serial, world.secret(serial)));
            socket.getInputStream().readNBytes(4);
            socket.getOutputStream().write(Packets.publish("yw/" + serial + "/heartbeat", 2, world.beat(1)));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(world.logged(serial)).isEmpty();
    }

    @Test
    void a_revoked_or_replaced_secret_ends_the_open_connection() {
        String serial = world.controller();
        Mqtt5BlockingClient first = world.five(serial, world.secret(serial));
        String second = world.secret(serial);
        await(() -> !first.getState().isConnected());
        Mqtt5BlockingClient again = world.five(serial, second);
        assertThat(world.admin
                        .delete("/api/v1/sensing/devices/" + serial + "/secret")
                        .status())
                .isEqualTo(204);
        await(() -> !again.getState().isConnected());
        assertThatThrownBy(() -> world.five(serial, second)).isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(world.sql()
                        .sql(
                                "select count(*) from platform.audit where stream = 'sensing-credentials' and detail::text like ?")
                        .param("%" + serial + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_device_hears_its_own_commands_and_nobody_elses() throws Exception {
        String serial = world.controller();
        String other = world.controller();
        Mqtt5BlockingClient five = world.five(serial, world.secret(serial));
        try (Mqtt5BlockingClient.Mqtt5Publishes heard =
                five.publishes(com.hivemq.client.mqtt.MqttGlobalPublishFilter.ALL)) {
            five.subscribeWith().topicFilter("yw/" + serial + "/command").send();
            for (String foreign : List.of("yw/" + other + "/command", "#", "yw/+/+", "$SYS/#"))
                assertThatThrownBy(
                                () -> five.subscribeWith().topicFilter(foreign).send())
                        .isInstanceOf(Mqtt5SubAckException.class);
            Lines lines = world.product.bean(Lines.class);
            assertThat(lines.tell(other, new byte[1])).isNull();
            CompletableFuture<Integer> told = lines.tell(serial, "{\"hold\":true}".getBytes(UTF_8));
            assertThat(told).isNotNull();
            assertThat(heard.receive(10, TimeUnit.SECONDS))
                    .hasValueSatisfying(one ->
                            assertThat(one.getPayloadAsBytes()).asString().isEqualTo("{\"hold\":true}"));
        }
        five.disconnect();
    }

    @Test
    void letters_are_read_again_after_the_mapping_was_mended() {
        String serial = world.controller();
        Mqtt5BlockingClient five = world.five(serial, world.secret(serial));
        world.say(
                five, serial, "heartbeat", "{\"id\": 1, \"at\": \"%s\", \"floor\": 7}".formatted(world.product.now()));
        world.say(
                five,
                serial,
                "heartbeat",
                "{\"id\": 2, \"at\": \"%s\", \"floor\": 700}".formatted(world.product.now()));
        world.say(five, serial, "heartbeat", "{");
        five.disconnect();
        assertThat(world.shown(serial).get("letters")).hasSize(2);
        // What a mended package does to a letter: its values are what the kind now takes.
        world.sql()
                .sql(
                        "update sensing.dead_letter set payload = convert_to(replace(convert_from(payload, 'UTF8'), '700', '70'), 'UTF8') where device = ?")
                .param(serial)
                .update();
        Answer replayed = world.admin.post("/api/v1/sensing/devices/" + serial + "/letters/replay", java.util.Map.of());
        assertThat(replayed.status()).as(replayed.text()).isEqualTo(200);
        assertThat(replayed.json().get("taken").asInt()).isEqualTo(1);
        assertThat(replayed.json().get("left").asInt()).isEqualTo(1);
        assertThat(world.logged(serial)).extracting(LogRecord::messageId).containsExactly("1", "2");
    }
}
