package org.yiwang.flink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.LineCodec;
import org.yiwang.alarms.engine.LogLine;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.OutputCodec;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.engine.Stamp;

class CarriedTest {
    @Test
    void a_line_is_worked_on_by_the_partition_of_the_log_wherever_in_kafka_it_lay() {
        Entry entry = new Entry.Message("bin:1", "1", "fill", OptionalLong.empty(), null, new TreeMap<>());
        byte[] line = LineCodec.write(new LogLine.Said(new Stamp(11, 7, 1), entry));
        List<Tuple2<Integer, byte[]>> read = new ArrayList<>();
        new LineOfRecord().deserialize(new ConsumerRecord<>("lines", 3, 0, null, line), new ListCollector<>(read));
        assertThat(read).hasSize(1);
        assertThat(read.get(0).f0).isEqualTo(11);
        assertThat(LineCodec.read(read.get(0).f1)).isEqualTo(new LogLine.Said(new Stamp(11, 7, 1), entry));
    }

    @Test
    void an_output_lies_under_its_own_id_in_the_partition_of_its_log() {
        Output output = new Output(
                11,
                "bin:1",
                "1",
                "full",
                "dry",
                7,
                2,
                Output.What.CLEARED,
                Severity.MINOR,
                5,
                "quiet",
                new TreeMap<>(),
                List.of(),
                List.of());
        var record = new RecordOfOutput("outputs").serialize(Tuple2.of(11, OutputCodec.write(output)), NOBODY, null);
        assertThat(record.partition()).isEqualTo(11);
        assertThat(new String(record.key(), US_ASCII)).isEqualTo(output.episodeId() + "-2");
        assertThat(OutputCodec.read(record.value())).isEqualTo(output);
    }

    private static final org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext NOBODY =
            new org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext() {
                @Override
                public int getParallelInstanceId() {
                    return 0;
                }

                @Override
                public int getNumberOfParallelInstances() {
                    return 1;
                }

                @Override
                public int[] getPartitionsForTopic(String topic) {
                    return new int[0];
                }
            };
}
