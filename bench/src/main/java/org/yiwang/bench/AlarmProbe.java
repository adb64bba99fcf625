package org.yiwang.bench;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A lift whose fire signal goes on and off, and a screen that waits for the alarm. */
final class AlarmProbe implements AutoCloseable {
    private static final long PAUSE_MILLIS = 250;
    private static final long LOST_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final MqttClient client;
    private final AlarmEar ear;
    private final String topic;
    private final List<Double> millis = new ArrayList<>();
    private boolean active;
    private int number;

    AlarmProbe(Host host, int devicePort, String serial, String secret) throws Exception {
        ear = new AlarmEar(host.port(), new Crowd(host).sessions(1).getFirst());
        topic = "yw/" + serial + "/fire_signal";
        client = MqttClient.create(
                vertx, new MqttClientOptions().setClientId(serial).setUsername(serial).setPassword(secret));
        client.connect(devicePort, "localhost").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** One alarm begins or ends. */
    void alarm() throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        active = !active;
        String payload = "{\"id\":%d,\"at\":\"%s\",\"active\":%b}".formatted(++number, Clock.systemUTC().instant(), active);
        ear.heard().clear();
        long sent = System.nanoTime();
        client.publish(topic, Buffer.buffer(payload), MqttQoS.AT_LEAST_ONCE, false, false);
        Long heard = ear.heard().poll(LOST_SECONDS, TimeUnit.SECONDS);
        millis.add(heard == null ? Double.POSITIVE_INFINITY : (heard - sent) / 1e6);
    }

    /** Of each, sorted; infinite where the screen never heard. */
    double[] millis() {
        return Spread.sorted(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public void close() throws IOException {
        ear.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
