package org.yiwang.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A device's connection, MQTT 3.1.1 at QoS 1. What is not acknowledged is sent again when it comes back, in order; memory is as small as a device's. All of it
 * runs on an event loop of its own.
 */
final class Wire {
    private static final int IN_FLIGHT_MAX = 200;
    private static final int MEMORY_MAX = 5_000;
    private static final int MESSAGE_BYTES_MAX = 8 * 1024 * 1024;
    private static final long AGAIN_MILLIS_MIN = 500;
    private static final long AGAIN_MILLIS_MAX = 15_000;

    private record Sent(Said said, long nanos) {}

    private final Fleet.Member member;
    private final URI address;
    private final Vertx vertx;
    private final Context loop;
    private final Tally tally;
    private final BiConsumer<String, byte[]> commands;
    private final Deque<Sent> waiting = new ArrayDeque<>();
    private final Map<Integer, Sent> inFlight = new LinkedHashMap<>();
    private @Nullable MqttClient client;
    private boolean up;
    private boolean closed;
    private int sending;
    private long againMillis = AGAIN_MILLIS_MIN;
    private long downUntilNanos;

    Wire(Fleet.Member member, URI address, Vertx vertx, Tally tally, BiConsumer<String, byte[]> commands) {
        this.member = member;
        this.address = address;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.tally = tally;
        this.commands = commands;
        loop.runOnContext(nothing -> open());
    }

    void say(Said said) {
        tally.said.increment();
        loop.runOnContext(nothing -> {
            waiting.add(new Sent(said, System.nanoTime()));
            if (waiting.size() > MEMORY_MAX) {
                waiting.remove();
                tally.dropped.increment();
            }
            pump();
        });
    }

    /** The line goes down, and comes back by itself. */
    void cut(long nanos) {
        loop.runOnContext(nothing -> {
            downUntilNanos = System.nanoTime() + nanos;
            if (up) Objects.requireNonNull(client).disconnect();
        });
    }

    void close() {
        loop.runOnContext(nothing -> {
            closed = true;
            if (up) Objects.requireNonNull(client).disconnect();
        });
    }

    private void open() {
        if (closed) return;
        long down = downUntilNanos - System.nanoTime();
        if (downUntilNanos != 0 && down > 0) {
            vertx.setTimer(Math.max(1, down / 1_000_000), id -> open());
            return;
        }
        MqttClient next = MqttClient.create(vertx, options());
        client = next;
        next.publishCompletionHandler(this::acknowledged);
        next.publishHandler(this::hear);
        next.closeHandler(nothing -> lost());
        next.exceptionHandler(why -> {});
        next.connect(address.getPort(), address.getHost())
                .onSuccess(told -> ready(next))
                .onFailure(why -> {
                    tally.refused.increment();
                    later();
                });
    }

    private MqttClientOptions options() {
        MqttClientOptions options = new MqttClientOptions()
                .setClientId(member.serial())
                .setUsername(member.serial())
                .setPassword(member.secret())
                .setCleanSession(true)
                .setMaxInflightQueue(IN_FLIGHT_MAX + 1)
                .setMaxMessageSize(MESSAGE_BYTES_MAX)
                .setKeepAliveInterval(60);
        options.setReconnectAttempts(0);
        return options;
    }

    private void ready(MqttClient now) {
        up = true;
        tally.connected.increment();
        now.subscribe("yw/" + member.serial() + "/command", MqttQoS.AT_LEAST_ONCE.value());
        pump();
    }

    private void lost() {
        if (!up) return;
        up = false;
        tally.cut.increment();
        inFlight.values().stream().toList().reversed().forEach(this::keep);
        inFlight.clear();
        later();
    }

    private void later() {
        if (closed) return;
        vertx.setTimer(againMillis + ThreadLocalRandom.current().nextLong(againMillis), id -> open());
        againMillis = Math.min(AGAIN_MILLIS_MAX, againMillis * 2);
    }

    private void pump() {
        while (up && inFlight.size() + sending < IN_FLIGHT_MAX && !waiting.isEmpty())
            send(Objects.requireNonNull(client), waiting.remove());
    }

    private void send(MqttClient now, Sent first) {
        Said said = first.said();
        sending++;
        now.publish(
                        "yw/" + said.device() + "/" + said.kind(),
                        Buffer.buffer(said.payload().getBytes(UTF_8)),
                        MqttQoS.AT_LEAST_ONCE,
                        false,
                        false)
                .onSuccess(packet -> {
                    sending--;
                    inFlight.put(packet, first);
                })
                .onFailure(why -> {
                    sending--;
                    keep(first);
                });
    }

    /** What was not acknowledged, for the next time. */
    private void keep(Sent sent) {
        if (sent.said().once()) {
            tally.dropped.increment();
            return;
        }
        tally.again.increment();
        waiting.addFirst(sent);
    }

    private void acknowledged(Integer packet) {
        Sent sent = inFlight.remove(packet);
        if (sent == null) return;
        againMillis = AGAIN_MILLIS_MIN;
        tally.acknowledged.increment();
        tally.waited((System.nanoTime() - sent.nanos()) / 1000);
        pump();
    }

    private void hear(MqttPublishMessage message) {
        String topic = message.topicName();
        String[] parts = topic == null ? new String[0] : topic.split("/", -1);
        if (parts.length != 3) return;
        tally.commands.increment();
        commands.accept(parts[1], message.payload().getBytes());
    }
}
