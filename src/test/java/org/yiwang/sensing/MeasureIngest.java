package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many messages of three points at QoS 1 become durable in a second, over several connections, and how long one waits for its acknowledgement. Not part of
 * the tests: run it with {@code -Dyiwang.sensing.messages-per-second=1000000 -Dtest=MeasureIngest}. Server, database and the devices share the machine.
 */
@Tag("database")
class MeasureIngest {
    private static final int CONNECTIONS = Integer.getInteger("ingest.connections", 20);
    private static final int IN_FLIGHT = Integer.getInteger("ingest.in-flight", 50);
    private static final int SECONDS = Integer.getInteger("ingest.seconds", 15);

    @Test
    void measure() throws Exception {
        SensingWorld world = new SensingWorld();
        List<Thread> senders = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
        long[] end = {0};
        List<String> serials = new ArrayList<>();
        List<Mqtt5AsyncClient> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            String serial = world.controller();
            serials.add(serial);
            clients.add(world.five(serial, world.secret(serial)).toAsync());
        }
        for (int round = 0; round < 2; round++) {
            done.set(0);
            waits.clear();
            senders.clear();
            long begin = System.nanoTime();
            end[0] = begin + SECONDS * 1_000_000_000L;
            for (int i = 0; i < CONNECTIONS; i++) {
                Mqtt5AsyncClient client = clients.get(i);
                String topic = "yw/" + serials.get(i) + "/door_held";
                Semaphore room = new Semaphore(IN_FLIGHT);
                senders.add(Thread.ofVirtual().start(() -> {
                    for (int n = 0; System.nanoTime() < end[0]; n++) {
                        room.acquireUninterruptibly();
                        long sent = System.nanoTime();
                        String payload =
                                "{\"id\": %d, \"at\": \"%s\", \"seconds\": 12, \"floor\": 3, \"cause\": \"obstacle\"}"
                                        .formatted(n, world.product.now());
                        client.publishWith()
                                .topic(topic)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .payload(payload.getBytes(UTF_8))
                                .send()
                                .whenComplete((ok, why) -> {
                                    room.release();
                                    if (why == null) {
                                        done.incrementAndGet();
                                        waits.add(System.nanoTime() - sent);
                                    } else refused.incrementAndGet();
                                });
                    }
                    room.acquireUninterruptibly(IN_FLIGHT);
                }));
            }
            for (Thread sender : senders) sender.join();
            double seconds = (System.nanoTime() - begin) / 1e9;
            long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "MEASURED round %d: %.0f messages/s over %d connections, %d in flight each; acknowledgement p50 %.0f ms, p99 %.0f ms; refused %d; load %.1f%n",
                    round,
                    done.get() / seconds,
                    CONNECTIONS,
                    IN_FLIGHT,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6,
                    refused.get(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        long logged = serials.stream()
                .mapToLong(serial -> world.logged(serial).size())
                .sum();
        System.out.println("MEASURED in the log (up to 100,000 a device): " + logged + " " + Arrays.asList(done));
    }
}
