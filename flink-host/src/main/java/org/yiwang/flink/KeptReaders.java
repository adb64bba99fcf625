package org.yiwang.flink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.yiwang.alarms.engine.LineReader;

/** The readers of the partitions that this worker has, ready in memory, and in Flink's state as of the last checkpoint. */
final class KeptReaders {
    private final Map<Integer, LineReader> readers = new HashMap<>();
    private final ValueState<Long> next;
    private final ListState<byte[]> rules;
    private final MapState<String, byte[]> families;

    KeptReaders(KeyedStateStore store) {
        var bytes = PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
        next = store.getState(new ValueStateDescriptor<>("next", Types.LONG));
        rules = store.getListState(new ListStateDescriptor<>("rules", bytes));
        families = store.getMapState(new MapStateDescriptor<>("families", Types.STRING, bytes));
    }

    /** Flink's current key has to be the partition. */
    LineReader of(int partition) throws Exception {
        LineReader reader = readers.get(partition);
        if (reader == null) {
            reader = restored(partition);
            readers.put(partition, reader);
        }
        return reader;
    }

    private LineReader restored(int partition) throws Exception {
        Long kept = next.value();
        if (kept == null) return new LineReader(partition);
        List<byte[]> known = new ArrayList<>();
        rules.get().forEach(known::add);
        return new LineReader(partition, kept, known, families.values());
    }

    /** Brings Flink's state up to date, family by family, where something has changed. */
    void keep(IntConsumer becomesKey) throws Exception {
        for (var one : readers.entrySet()) {
            becomesKey.accept(one.getKey());
            keep(one.getValue());
        }
    }

    private void keep(LineReader reader) throws Exception {
        if (reader.next() < 0) return;
        next.update(reader.next());
        Optional<List<byte[]>> others = reader.otherRules();
        if (others.isPresent()) rules.update(others.get());
        for (var change : reader.changes().entrySet()) {
            if (change.getValue().isPresent())
                families.put(change.getKey(), change.getValue().get());
            else families.remove(change.getKey());
        }
    }
}
