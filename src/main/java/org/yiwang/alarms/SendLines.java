package org.yiwang.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.engine.LineCodec;
import org.yiwang.alarms.engine.LogLine;
import org.yiwang.alarms.engine.Stamp;
import org.yiwang.alarms.store.StateStore;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.ReadLog;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.LogRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the log to where the engine runs on other machines. The database stays the log of record: how far a partition was sent is kept there, after Kafka has it, so that
 * what is sent may come twice but never with a gap. Lines that are sent together become visible together or not at all.
 */
final class SendLines implements AutoCloseable {
    static final String READER = "lines";
    private static final int RECORDS_MAX = 5_000;

    private final Tenant tenant;
    private final KafkaPlace kafka;
    private final ReadLog log;
    private final StateStore states;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    /** Up to when each partition was told the time. */
    private final Map<Integer, Instant> told = new HashMap<>();

    private @Nullable KafkaProducer<byte[], byte[]> producer;

    SendLines(
            Tenant tenant,
            KafkaPlace kafka,
            ReadLog log,
            StateStore states,
            TransactionOperations transactions,
            JsonMapper json) {
        this.tenant = tenant;
        this.kafka = kafka;
        this.log = log;
        this.states = states;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Sends on.
     *
     * @param heads as they were before anything was sent
     * @return whether there may be more to send at once
     */
    boolean turn(Map<Integer, Head> heads) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> send(heads)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean send(Map<Integer, Head> heads) {
        List<byte[]> lines = new ArrayList<>();
        boolean more = false;
        for (var one : heads.entrySet())
            if (states.lock(tenant, one.getKey())) more |= collect(one.getKey(), one.getValue(), lines);
        if (!lines.isEmpty()) deliver(lines);
        return more;
    }

    private boolean collect(int partition, Head head, List<byte[]> lines) {
        if (!log.reads(tenant, READER, partition)) handOver(partition, head, lines);
        long next = log.place(tenant, READER, partition);
        List<LogRecord> records = log.from(tenant, partition, next, RECORDS_MAX);
        Instant at = head.lastIngestAt();
        if (records.isEmpty() && at.equals(told.get(partition))) return false;
        for (LogRecord record : records) {
            if (record.offset() != next) throw new LogGap(partition, next, record.offset());
            lines.add(said(record));
            next++;
        }
        if (!records.isEmpty() && records.getLast().ingestAt().isAfter(at))
            at = records.getLast().ingestAt();
        boolean isAll = records.size() < RECORDS_MAX;
        if (isAll) {
            lines.add(quiet(partition, next, at));
            told.put(partition, at);
        }
        log.keepPlace(tenant, READER, partition, next, at);
        return !isAll;
    }

    private byte[] said(LogRecord record) {
        byte[] entry = record.note() == null
                ? EntryCodec.write(ReadEntry.entry(record, json))
                : record.note().words();
        return LineCodec.said(ReadEntry.stamp(record), entry);
    }

    private static byte[] quiet(int partition, long next, Instant at) {
        return LineCodec.write(new LogLine.Quiet(new Stamp(partition, next, at.toEpochMilli())));
    }

    /** The reader within the product has come so far; from here on another reads in its place. */
    private void handOver(int partition, Head head, List<byte[]> lines) {
        long place = log.place(tenant, ReadPartition.READER, partition);
        if (place > 0) {
            lines.add(LineCodec.write(new LogLine.Handed(partition, place, states.rules(tenant, partition))));
            for (byte[] state : states.families(tenant, partition))
                lines.add(LineCodec.write(new LogLine.HandedFamily(partition, place, state)));
        }
        log.keepPlace(tenant, READER, partition, place, head.lastIngestAt());
    }

    private void deliver(List<byte[]> lines) {
        KafkaProducer<byte[], byte[]> to = producer();
        to.beginTransaction();
        for (byte[] line : lines) {
            // What one of them meets, the end of the transaction tells.
            var _ = to.send(new ProducerRecord<>(kafka.lines(), LineCodec.partition(line), null, line));
        }
        to.commitTransaction();
    }

    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open != null) return open;
        open = new KafkaProducer<>(
                kafka.client(Map.of(
                        "transactional.id", kafka.lines() + "-" + UUID.randomUUID(),
                        "linger.ms", "5",
                        "batch.size", "262144",
                        "max.block.ms", "5000",
                        "request.timeout.ms", "5000",
                        "delivery.timeout.ms", "10000")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer = open;
        open.initTransactions();
        return open;
    }

    /** What was not committed becomes visible to nobody. */
    @Override
    public void close() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
        told.clear();
    }
}
