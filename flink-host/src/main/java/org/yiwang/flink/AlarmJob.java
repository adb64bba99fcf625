package org.yiwang.flink;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The job: the log's lines from one topic, the engine, outputs to another. Lines of a partition stay in order from end to end: one Kafka partition holds them, one reader of
 * the source reads it, and the partition is the key of the engine.
 *
 * <p>{@code --kafka HOST:PORT,…} where Kafka is; {@code --lines} and {@code --outputs} the topics; {@code --kafka-properties FILE} what else Kafka's clients are told,
 * such as how to sign in.
 */
public final class AlarmJob {
    static final TypeInformation<Tuple2<Integer, byte[]>> PARTITIONED =
            Types.TUPLE(Types.INT, Types.PRIMITIVE_ARRAY(Types.BYTE));

    private AlarmJob() {}

    public static void main(String[] args) throws Exception {
        ParameterTool given = ParameterTool.fromArgs(args);
        Properties kafka = kafka(given);
        String lines = given.getRequired("lines");
        String outputs = given.getRequired("outputs");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        // Names and uids say which state belongs to what when a newer version of the program goes on from a checkpoint:
        // they never change.
        env.fromSource(source(kafka, lines), WatermarkStrategy.noWatermarks(), "lines")
                .uid("lines")
                .keyBy(line -> line.f0, Types.INT)
                .transform("engine", PARTITIONED, new ReadLines())
                .uid("engine")
                .sinkTo(sink(kafka, outputs))
                .name("outputs")
                .uid("outputs");
        env.execute("alarms");
    }

    private static Properties kafka(ParameterTool given) throws IOException {
        Properties kafka = new Properties();
        if (given.has("kafka-properties"))
            try (Reader file = Files.newBufferedReader(Path.of(given.get("kafka-properties")))) {
                kafka.load(file);
            }
        kafka.setProperty("bootstrap.servers", given.getRequired("kafka"));
        return kafka;
    }

    private static KafkaSource<Tuple2<Integer, byte[]>> source(Properties kafka, String topic) {
        return KafkaSource.<Tuple2<Integer, byte[]>>builder()
                .setProperties(kafka)
                // What a sender did not finish was never sent.
                .setProperty("isolation.level", "read_committed")
                .setGroupId(topic)
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new LineOfRecord())
                .build();
    }

    private static KafkaSink<Tuple2<Integer, byte[]>> sink(Properties kafka, String topic) {
        Properties producer = new Properties();
        producer.putAll(Map.of("linger.ms", "5", "enable.idempotence", "true", "acks", "all"));
        producer.putAll(kafka);
        return KafkaSink.<Tuple2<Integer, byte[]>>builder()
                .setKafkaProducerConfig(producer)
                .setBootstrapServers(kafka.getProperty("bootstrap.servers"))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new RecordOfOutput(topic))
                .build();
    }
}
