package org.yiwang.flink;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.OutputCodec;

/** An output on its way to Kafka: under its own id, so that whoever keeps it may get it twice, and in the partition of its log, so that what becomes of an alarm stays in order. */
final class RecordOfOutput implements KafkaRecordSerializationSchema<Tuple2<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final String topic;

    RecordOfOutput(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Tuple2<Integer, byte[]> told, KafkaSinkContext context, @Nullable Long timestamp) {
        Output output = OutputCodec.read(told.f1);
        return new ProducerRecord<>(topic, told.f0, output.id().getBytes(US_ASCII), told.f1);
    }
}
