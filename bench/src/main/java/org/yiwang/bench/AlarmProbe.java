package org.yiwang.bench;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yiwang.bench.AlarmEar.News;

/** A lift whose fire signal goes on and off, and a screen that waits for the alarm. */
final class AlarmProbe implements AutoCloseable {
    private static final long PAUSE_MILLIS = 250;
    private static final long LOST_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final MqttClient client;
    private final AlarmEar ear;
    private final String topic;
    private boolean active;

    AlarmProbe(Host host, int devicePort, String serial, String secret) throws Exception {
        ear = new AlarmEar(host.port(), new Crowd(host).sessions(1).getFirst());
        topic = "yw/" + serial + "/fire_signal";
        client = MqttClient.create(
                vertx, new MqttClientOptions().setClientId(serial).setUsername(serial).setPassword(secret));
        client.connect(devicePort, "localhost").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /**
     * Has alarms begin and end, one after the other, for so long.
     *
     * @return milliseconds until the screen heard of each, sorted; infinite where it never did
     */
    double[] during(double seconds) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            millis.add(alarm());
        }
        return Spread.sorted(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** One alarm begins or ends. */
    private double alarm() throws IOException, InterruptedException {
        active = !active;
        String payload = "{\"id\":\"%s\",\"at\":\"%s\",\"active\":%b}"
                .formatted(UUID.randomUUID(), Clock.systemUTC().instant(), active);
        ear.heard().clear();
        long sent = System.nanoTime();
        client.publish(topic, Buffer.buffer(payload), MqttQoS.AT_LEAST_ONCE, false, false);
        News heard = hear(LOST_SECONDS);
        return heard == null ? Double.POSITIVE_INFINITY : (heard.nanos() - sent) / 1e6;
    }

    private @Nullable News hear(long seconds) throws IOException, InterruptedException {
        News heard = ear.heard().poll(seconds, TimeUnit.SECONDS);
        if (ear.broken() != null) throw new IOException("The screen hears no more", ear.broken());
        return heard;
    }

    /**
     * Listens until nothing more comes.
     *
     * @param firstSeconds how long to wait for the first
     * @param quietSeconds how long for each that follows
     * @return when it heard of each alarm that began
     */
    Map<String, Instant> listen(long firstSeconds, long quietSeconds) throws IOException, InterruptedException {
        Map<String, Instant> begun = new HashMap<>();
        for (News news = hear(firstSeconds); news != null; news = hear(quietSeconds))
            if (news.what().equals("RAISED")) begun.putIfAbsent(news.id(), news.at());
        return begun;
    }

    @Override
    public void close() throws IOException {
        ear.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
