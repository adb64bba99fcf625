package org.yiwang.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.OutputCodec;
import org.yiwang.alarms.store.TakenStore;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Partitions;

/**
 * Takes in what the engine says on other machines. An output that comes twice is kept once, by its id; how far was taken is kept in the transaction of what was taken.
 * Of several nodes one takes at a time.
 */
final class TakeOutputs implements AutoCloseable {
    private final Tenant tenant;
    private final KafkaPlace kafka;
    private final TakenStore taken;
    private final Consumer<List<Output>> keep;
    private final TransactionOperations transactions;
    private final Map<Integer, Long> next = new HashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** @param keep what the engine says, in the transaction of the taking */
    TakeOutputs(
            Tenant tenant,
            KafkaPlace kafka,
            TakenStore taken,
            Consumer<List<Output>> keep,
            TransactionOperations transactions) {
        this.tenant = tenant;
        this.kafka = kafka;
        this.taken = taken;
        this.keep = keep;
        this.transactions = transactions;
    }

    /** Takes what is there, waiting for so long at most; answers how many came. */
    int turn(Duration wait) {
        try {
            Integer came = transactions.execute(status -> taken.lock(tenant) ? take(wait) : 0);
            return came == null ? 0 : came;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private int take(Duration wait) {
        KafkaConsumer<byte[], byte[]> from = consumer();
        Map<Integer, Long> kept = taken.places(tenant, kafka.outputs());
        if (!kept.equals(next)) {
            next.clear();
            next.putAll(kept);
            for (TopicPartition one : from.assignment()) from.seek(one, next.getOrDefault(one.partition(), 0L));
        }
        List<Output> outputs = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : from.poll(wait)) {
            outputs.add(OutputCodec.read(record.value()));
            next.put(record.partition(), record.offset() + 1);
        }
        if (outputs.isEmpty()) return 0;
        keep.accept(outputs);
        taken.keep(tenant, kafka.outputs(), next);
        return outputs.size();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) return open;
        open = new KafkaConsumer<>(
                // Where Kafka no longer has the place, the topic is read from its beginning: what is known already
                // changes nothing.
                kafka.client(Map.of("enable.auto.commit", "false", "auto.offset.reset", "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        open.assign(IntStream.range(0, Partitions.COUNT)
                .mapToObj(partition -> new TopicPartition(kafka.outputs(), partition))
                .toList());
        next.clear();
        next.put(-1, 0L);
        consumer = open;
        return open;
    }

    @Override
    public void close() {
        if (consumer != null) consumer.close();
        consumer = null;
    }
}
