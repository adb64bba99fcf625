package org.yiwang.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.yiwang.alarms.engine.LineCodec;

/** What lies in Kafka, as it lies there, with the partition of the log that it is of. */
final class LineOfRecord implements KafkaRecordDeserializationSchema<Tuple2<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<Integer, byte[]>> out) {
        out.collect(Tuple2.of(LineCodec.partition(record.value()), record.value()));
    }

    @Override
    public TypeInformation<Tuple2<Integer, byte[]>> getProducedType() {
        return AlarmJob.PARTITIONED;
    }
}
