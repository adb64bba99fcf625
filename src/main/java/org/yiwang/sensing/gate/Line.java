package org.yiwang.sensing.gate;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.yiwang.sensing.CountMessages;
import org.yiwang.sensing.TakeMessage;
import org.yiwang.sensing.TakeMessage.Outcome;
import org.yiwang.sensing.model.Incoming.Source;

/**
 * One device's open connection. Each message is acknowledged when it is durable, in the order in which they came (MQTT 5, 4.6). All of it runs on the
 * connection's own event loop.
 */
final class Line {
    private static final int UNACKNOWLEDGED_MAX = 1_000;
    private static final int MQTT_5 = 5;

    /** @param packet identifier that the acknowledgement names */
    private record Pending(int packet, CompletableFuture<Outcome> outcome) {}

    final String serial;
    /** Of the secret that it was opened with. */
    final int credential;

    private final MqttEndpoint endpoint;
    private final Context loop;
    private final TakeMessage take;
    private final CountMessages count;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private int unacknowledged;
    private volatile boolean listening;

    Line(String serial, int credential, MqttEndpoint endpoint, Context loop, TakeMessage take, CountMessages count) {
        this.serial = serial;
        this.credential = credential;
        this.endpoint = endpoint;
        this.loop = loop;
        this.take = take;
        this.count = count;
    }

    /** Before the connection is accepted, so that nothing is missed. */
    void attach() {
        endpoint.publishHandler(this::hear)
                .subscribeHandler(this::subscribe)
                .unsubscribeHandler(message -> {
                    listening = false;
                    endpoint.unsubscribeAcknowledge(message.messageId());
                })
                .exceptionHandler(this::broken);
    }

    private void hear(MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            count.refused(serial);
            end(MqttDisconnectReasonCode.QOS_NOT_SUPPORTED);
            return;
        }
        Topic topic = Topic.of(message.topicName());
        CompletableFuture<Outcome> outcome = topic == null
                ? misplaced()
                : take.take(
                        serial, topic.serial(), topic.kind(), message.payload().getBytes(), Source.MQTT);
        if (message.qosLevel() == MqttQoS.AT_MOST_ONCE) return;
        pending.add(new Pending(message.messageId(), outcome));
        if (outcome.isDone()) acknowledge();
        else {
            CompletableFuture<Void> _ = outcome.thenRun(this::later);
        }
    }

    private CompletableFuture<Outcome> misplaced() {
        count.refused(serial);
        return CompletableFuture.completedFuture(new Outcome.Refused(Topic.INVALID));
    }

    /** Many messages become durable by one commit: the loop is woken once for all of them. */
    private void later() {
        if (due.compareAndSet(false, true))
            loop.runOnContext(nothing -> {
                due.set(false);
                acknowledge();
            });
    }

    private void acknowledge() {
        for (Pending first = pending.peek(); first != null && first.outcome().isDone(); first = pending.peek()) {
            pending.remove();
            if (!endpoint.isConnected()) continue;
            switch (first.outcome().join()) {
                case Outcome.Taken taken -> positive(first.packet(), MqttPubAckReasonCode.SUCCESS);
                case Outcome.Kept kept -> positive(first.packet(), MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
                case Outcome.Refused refused -> refuse(first.packet(), refused.code());
            }
        }
    }

    /** What is kept is acknowledged to those too that cannot be told more than that: sent again it would be kept again. */
    private void positive(int packet, MqttPubAckReasonCode code) {
        if (isTold()) endpoint.publishAcknowledge(packet, code, MqttProperties.NO_PROPERTIES);
        else endpoint.publishAcknowledge(packet);
    }

    /** MQTT 3.1.1 knows no negative acknowledgement (3.3.5): without a right the connection is closed, and what came too fast may be sent again. */
    private void refuse(int packet, String code) {
        switch (code) {
            case TakeMessage.BUSY -> end(MqttDisconnectReasonCode.SERVER_BUSY);
            case TakeMessage.TOO_FAST -> {
                if (isTold()) negative(packet, MqttPubAckReasonCode.QUOTA_EXCEEDED);
                else if (++unacknowledged > UNACKNOWLEDGED_MAX) end(MqttDisconnectReasonCode.MESSAGE_RATE_TOO_HIGH);
            }
            default -> {
                if (isTold())
                    negative(
                            packet,
                            code.equals(Topic.INVALID)
                                    ? MqttPubAckReasonCode.TOPIC_NAME_INVALID
                                    : MqttPubAckReasonCode.NOT_AUTHORIZED);
                else end(MqttDisconnectReasonCode.NOT_AUTHORIZED);
            }
        }
    }

    private void negative(int packet, MqttPubAckReasonCode code) {
        endpoint.publishAcknowledge(packet, code, MqttProperties.NO_PROPERTIES);
    }

    private void subscribe(MqttSubscribeMessage message) {
        List<MqttSubAckReasonCode> codes = message.topicSubscriptions().stream()
                .map(one -> {
                    boolean own = one.topicName().equals(commands());
                    if (own) listening = true;
                    return own ? MqttSubAckReasonCode.GRANTED_QOS1 : MqttSubAckReasonCode.NOT_AUTHORIZED;
                })
                .toList();
        if (isTold()) endpoint.subscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
        else
            endpoint.subscribeAcknowledge(
                    message.messageId(),
                    codes.stream()
                            .map(code ->
                                    code == MqttSubAckReasonCode.GRANTED_QOS1 ? MqttQoS.AT_LEAST_ONCE : MqttQoS.FAILURE)
                            .toList());
    }

    private String commands() {
        return Topic.commands(serial);
    }

    /** A message that is too large is not read: its connection ends. */
    private void broken(Throwable why) {
        count.refused(serial);
        end(MqttDisconnectReasonCode.PACKET_TOO_LARGE);
    }

    boolean listens() {
        return listening && endpoint.isConnected();
    }

    /** Sends a command, where the device listens for some; completed when it was handed to the network. Null where it does not listen. */
    @Nullable
    CompletableFuture<Integer> tell(byte[] command) {
        if (!listening || !endpoint.isConnected()) return null;
        return endpoint.publish(commands(), Buffer.buffer(command), MqttQoS.AT_LEAST_ONCE, false, false)
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** Those with MQTT 5 are told why. From any thread. */
    void end(MqttDisconnectReasonCode why) {
        loop.runOnContext(nothing -> {
            if (!endpoint.isConnected()) return;
            if (isTold()) endpoint.disconnect(why, MqttProperties.NO_PROPERTIES);
            else endpoint.close();
        });
    }

    private boolean isTold() {
        return endpoint.protocolVersion() >= MQTT_5;
    }
}
