package org.yiwang.flink;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.LineCodec;
import org.yiwang.alarms.engine.LineReader;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.OutputCodec;

/**
 * The engine as an operator whose key is the partition of the log. What it knows lies ready in memory; Flink's own state is brought up to date when a checkpoint is taken,
 * so that reading costs what it costs within the product. No timers and no watermarks: time stands in the lines.
 */
final class ReadLines extends AbstractStreamOperator<Tuple2<Integer, byte[]>>
        implements OneInputStreamOperator<Tuple2<Integer, byte[]>, Tuple2<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private transient @Nullable KeptReaders readers;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        readers = new KeptReaders(requireNonNull(context.getKeyedStateStore(), "the stream has keys"));
    }

    @Override
    public void processElement(StreamRecord<Tuple2<Integer, byte[]>> line) throws Exception {
        Tuple2<Integer, byte[]> value = line.getValue();
        try {
            requireNonNull(readers)
                    .of(value.f0)
                    .take(LineCodec.read(value.f1), said -> output.collect(line.copy(bytes(said))));
        } catch (LineReader.Gap e) {
            // Begun again it would only meet the same gap.
            throw new SuppressRestartsException(e);
        }
    }

    private static Tuple2<Integer, byte[]> bytes(Output said) {
        return Tuple2.of(said.partition(), OutputCodec.write(said));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        requireNonNull(readers).keep(this::setCurrentKey);
        super.snapshotState(context);
    }
}
