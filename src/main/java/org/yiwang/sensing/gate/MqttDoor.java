package org.yiwang.sensing.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.yiwang.sensing.Credentials;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.TakeMessage;
import org.yiwang.sensing.store.CredentialStore;
import org.yiwang.sensing.store.CredentialStore.Credential;

/**
 * The door for devices: MQTT 3.1.1 and 5, to hand messages in and to hear one's own commands. It is no broker: nothing goes from one device to another, nothing
 * is retained, there are no wills.
 */
@Component
@ConditionalOnProperty("yiwang.sensing.mqtt.port")
public class MqttDoor {
    private static final Logger LOG = LoggerFactory.getLogger(MqttDoor.class);
    private static final int LOOPS = 2;
    /** Topic and headers beside the payload. */
    private static final int HEADER_BYTES_MAX = 1024;

    private static final int SECRET_BYTES_MAX = 200;
    private static final int MQTT_5 = 5;
    /** Identifiers of properties: MQTT 5, 2.2.2.2. */
    private static final int MAXIMUM_QOS = 0x24;

    private static final int RETAIN_AVAILABLE = 0x25;
    private static final int MAXIMUM_PACKET_SIZE = 0x27;
    private static final int WILDCARD_SUBSCRIPTION_AVAILABLE = 0x28;
    private static final int SHARED_SUBSCRIPTION_AVAILABLE = 0x2A;

    private final TakeMessage take;
    private final CountMessages count;
    private final Credentials credentials;
    private final CredentialStore store;
    private final KnownDevices devices;
    private final Lines lines;
    private final Tenant tenant;
    private final int port;
    private final String host;
    private @Nullable Vertx vertx;

    MqttDoor(
            TakeMessage take,
            CountMessages count,
            Credentials credentials,
            CredentialStore store,
            KnownDevices devices,
            Lines lines,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.sensing.mqtt.port}") int port,
            @Value("${yiwang.sensing.mqtt.host:0.0.0.0}") String host) {
        this.take = take;
        this.count = count;
        this.credentials = credentials;
        this.store = store;
        this.devices = devices;
        this.lines = lines;
        this.tenant = new Tenant(tenant);
        this.port = port;
        this.host = host;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        devices.all(tenant);
        Vertx now = Loops.start(LOOPS);
        vertx = now;
        now.deployVerticle(Listening::new, new DeploymentOptions().setInstances(LOOPS))
                .onSuccess(id -> LOG.info("Devices are heard on port {} (MQTT)", port))
                .onFailure(why -> LOG.error(
                        "Port {} for devices cannot be opened: {}. Choose another with yiwang.sensing.mqtt.port.",
                        port,
                        why.getMessage()));
    }

    /** First the lines are ended, then what came in over them is written. */
    @Order(1)
    @EventListener(ContextClosedEvent.class)
    void close() {
        if (vertx == null) return;
        lines.endAll();
        Loops.stop(vertx);
    }

    /** A secret that was revoked or replaced, on whatever node, ends its line within seconds; devices entered or ended at the desk are seen too. */
    @Scheduled(fixedDelay = 2_000)
    void sweep() {
        lines.check(store.touched(tenant));
        devices.all(tenant);
    }

    public int port() {
        return port;
    }

    private final class Listening extends VerticleBase {
        @Override
        public Future<?> start() {
            MqttServerOptions options = new MqttServerOptions()
                    .setPort(port)
                    .setHost(host)
                    .setMaxMessageSize(TakeMessage.PAYLOAD_BYTES_MAX + HEADER_BYTES_MAX)
                    .setTimeoutOnConnect(10);
            options.setTcpKeepAlive(true);
            context.exceptionHandler(MqttDoor.this::outOfTurn);
            return MqttServer.create(vertx, options)
                    .endpointHandler(endpoint -> meet(endpoint, context))
                    .exceptionHandler(why -> count.stranger())
                    .listen();
        }
    }

    /** The library throws where somebody speaks out of turn; anything else is ours. */
    private void outOfTurn(Throwable why) {
        if (why instanceof IllegalArgumentException) count.stranger();
        else LOG.error("A message of a device was not handled", why);
    }

    private void meet(MqttEndpoint endpoint, Context loop) {
        String name = endpoint.auth() == null ? null : endpoint.auth().getUsername();
        String secret = endpoint.auth() == null ? null : endpoint.auth().getPassword();
        if (name == null || secret == null || secret.getBytes(UTF_8).length > SECRET_BYTES_MAX) {
            turnAway(endpoint);
            return;
        }
        loop.<Optional<Credential>>executeBlocking(() -> credentials.check(tenant, name, secret), false)
                .onSuccess(known -> known.filter(one -> !one.service() && devices.known(tenant, name) != null)
                        .ifPresentOrElse(one -> accept(endpoint, one, loop), () -> turnAway(endpoint)))
                .onFailure(why -> endpoint.reject(
                        isTold(endpoint)
                                ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5
                                : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE));
    }

    private void turnAway(MqttEndpoint endpoint) {
        count.stranger();
        endpoint.reject(
                isTold(endpoint)
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                        : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
    }

    private void accept(MqttEndpoint endpoint, Credential credential, Context loop) {
        Line line = new Line(credential.name(), credential.serial(), endpoint, loop, take, count);
        line.attach();
        endpoint.closeHandler(nothing -> lines.leave(line));
        lines.enter(line);
        if (isTold(endpoint)) endpoint.accept(false, limits());
        else endpoint.accept(false);
    }

    /** What those with MQTT 5 can be told beforehand. */
    private static MqttProperties limits() {
        MqttProperties limits = new MqttProperties();
        limits.add(new MqttProperties.IntegerProperty(MAXIMUM_QOS, 1));
        limits.add(new MqttProperties.IntegerProperty(RETAIN_AVAILABLE, 0));
        limits.add(new MqttProperties.IntegerProperty(
                MAXIMUM_PACKET_SIZE, TakeMessage.PAYLOAD_BYTES_MAX + HEADER_BYTES_MAX));
        limits.add(new MqttProperties.IntegerProperty(WILDCARD_SUBSCRIPTION_AVAILABLE, 0));
        limits.add(new MqttProperties.IntegerProperty(SHARED_SUBSCRIPTION_AVAILABLE, 0));
        return limits;
    }

    private static boolean isTold(MqttEndpoint endpoint) {
        return endpoint.protocolVersion() >= MQTT_5;
    }
}
