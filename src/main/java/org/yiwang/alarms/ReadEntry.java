package org.yiwang.alarms;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.engine.Stamp;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Note;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record of the log as the engine sees it, whichever host reads it. */
final class ReadEntry {
    private ReadEntry() {}

    static Stamp stamp(LogRecord record) {
        return new Stamp(record.partition(), record.offset(), record.ingestAt().toEpochMilli());
    }

    static Entry entry(LogRecord record, JsonMapper json) {
        Note note = record.note();
        if (note != null) return EntryCodec.read(note.words());
        Instant time = record.deviceTime();
        return new Entry.Message(
                record.family(),
                record.device(),
                record.messageKind(),
                time == null ? OptionalLong.empty() : OptionalLong.of(time.toEpochMilli()),
                record.messageId(),
                values(record.values(), json));
    }

    private static SortedMap<String, Object> values(String text, JsonMapper json) {
        TreeMap<String, Object> values = new TreeMap<>();
        for (var one : json.readTree(text).properties()) {
            JsonNode value = one.getValue();
            if (value.isNumber()) values.put(one.getKey(), value.doubleValue());
            else if (value.isBoolean()) values.put(one.getKey(), value.booleanValue());
            else if (value.isString()) values.put(one.getKey(), value.stringValue());
        }
        return values;
    }
}
