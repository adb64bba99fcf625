package org.yiwang.sensing.gate;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.CountMessages;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.TakeMessage;
import org.yiwang.sensing.TakeMessage.Outcome;
import org.yiwang.sensing.model.Incoming.Source;

/**
 * Listens to a broker that is there already. The device has its acknowledgement from the broker; the broker has ours when the message is durable, and keeps it
 * for us until then (MQTT 3.1.1, 4.4: a session that is not clean, QoS 1).
 */
@Component
@ConditionalOnProperty("yiwang.sensing.broker.address")
public class BrokerClient {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerClient.class);
    private static final int PORT = 1883;
    private static final int MESSAGE_BYTES_MAX = 8 * 1024 * 1024;
    private static final long AGAIN_MILLIS = 3_000;

    private final TakeMessage take;
    private final CountMessages count;
    private final KnownDevices devices;
    private final Tenant tenant;
    private final URI address;
    private final MqttClientOptions options;
    private final Vertx vertx = Loops.start(1);
    private @Nullable MqttClient client;
    private volatile boolean closed;

    @Autowired
    public BrokerClient(
            TakeMessage take,
            CountMessages count,
            KnownDevices devices,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.sensing.broker.address}") URI address,
            @Value("${yiwang.sensing.broker.user:}") String user,
            @Value("${yiwang.sensing.broker.password:}") String password) {
        this.take = take;
        this.count = count;
        this.devices = devices;
        this.tenant = new Tenant(tenant);
        this.address = address;
        this.options = options(tenant, user, password, address.getScheme());
    }

    private static MqttClientOptions options(int tenant, String user, String password, String scheme) {
        MqttClientOptions options = new MqttClientOptions()
                .setClientId("yiwang-" + tenant)
                .setCleanSession(false)
                .setMaxMessageSize(MESSAGE_BYTES_MAX)
                .setSsl("mqtts".equals(scheme) || "ssl".equals(scheme));
        options.setAutoAck(false);
        if (options.isSsl()) options.setHostnameVerificationAlgorithm("HTTPS");
        if (!user.isEmpty()) options.setUsername(user).setPassword(password);
        return options;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void open() {
        devices.all(tenant);
        if (closed) return;
        MqttClient next = MqttClient.create(vertx, options);
        client = next;
        next.publishHandler(message -> hear(next, message));
        next.closeHandler(nothing -> again("the connection was cut"));
        next.connect(address.getPort() < 0 ? PORT : address.getPort(), address.getHost())
                .compose(connected -> next.subscribe(Topic.FILTER, MqttQoS.AT_LEAST_ONCE.value()))
                .onSuccess(id -> LOG.info("Listening to the broker at {}", address.getHost()))
                .onFailure(why -> again(why.getMessage()));
    }

    private void again(@Nullable String why) {
        if (closed) return;
        LOG.warn("The broker at {} is not heard ({}); trying again", address.getHost(), why);
        vertx.setTimer(AGAIN_MILLIS, id -> {
            MqttClient now = client;
            if (now == null || !now.isConnected())
                vertx.executeBlocking(() -> {
                    open();
                    return true;
                });
        });
    }

    private void hear(MqttClient from, MqttPublishMessage message) {
        Topic topic = Topic.of(message.topicName());
        if (topic == null) {
            count.stranger();
            message.ack();
            return;
        }
        if (topic.isCommand()) {
            // What we have published ourselves comes back by the subscription.
            message.ack();
            return;
        }
        CompletableFuture<Void> _ = take.take(
                        null, topic.serial(), topic.kind(), message.payload().getBytes(), Source.BROKER)
                .thenAccept(outcome -> answer(from, message, outcome));
    }

    /** Without our acknowledgement the broker hands the message over again at the next connection. */
    private static void answer(MqttClient from, MqttPublishMessage message, Outcome outcome) {
        boolean busy = outcome instanceof Outcome.Refused(String code) && code.equals(TakeMessage.BUSY);
        if (busy) from.disconnect();
        else if (message.qosLevel() != MqttQoS.AT_MOST_ONCE) message.ack();
    }

    boolean isConnected() {
        MqttClient now = client;
        return now != null && now.isConnected();
    }

    /** A command to a device behind the broker, on the same topic as over a line of its own. */
    void tell(String serial, byte[] command) {
        MqttClient now = client;
        if (now != null && now.isConnected())
            now.publish(Topic.commands(serial), Buffer.buffer(command), MqttQoS.AT_LEAST_ONCE, false, false);
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void look() {
        devices.all(tenant);
    }

    @Order(1)
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closed = true;
        Loops.stop(vertx);
    }
}
