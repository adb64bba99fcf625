package org.yiwang.sensing;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rules.Type;
import org.yiwang.scenario.form.Field;
import org.yiwang.sensing.model.DeviceKind;
import tools.jackson.databind.JsonNode;

/**
 * What registers say of a device, for conditions: {@code model} of its own record, {@code section.target} of a record that its own names. Personal fields and lists are not
 * spoken of.
 */
public final class DeviceFields {
    /** What conditions call the device's own record. */
    public static final String DEVICE = "device";

    private DeviceFields() {}

    /** Names without {@code device.}, each with its type. */
    public static SortedMap<String, Type> types(DeviceKind kind) {
        SortedMap<String, Type> types = new TreeMap<>();
        kind.records().forEach((prefix, form) -> {
            Map<String, Type> names = new LinkedHashMap<>(form.scope(prefix).names());
            form.fields().stream().filter(Field::personal).forEach(field -> names.remove(prefix + "." + field.name()));
            names.forEach((name, type) -> {
                if (type.shape() != Type.Shape.TEXTS) types.put(withoutDevice(name), type);
            });
        });
        return types;
    }

    /** @param named the record that a field of the device's own record names; null where there is none */
    static SortedMap<String, Object> values(
            DeviceKind kind, EntryFacts own, Function<String, @Nullable EntryFacts> named) {
        Map<String, Object> values = new HashMap<>();
        kind.records().forEach((prefix, form) -> {
            JsonNode data = data(prefix, own, named);
            if (data != null) values.putAll(form.values(prefix, data));
        });
        SortedMap<String, Object> all = new TreeMap<>();
        SortedMap<String, Type> types = types(kind);
        values.forEach((name, value) -> {
            if (types.containsKey(withoutDevice(name))) all.put(withoutDevice(name), value);
        });
        return Collections.unmodifiableSortedMap(all);
    }

    private static @Nullable JsonNode data(
            String prefix, EntryFacts own, Function<String, @Nullable EntryFacts> named) {
        if (prefix.equals(DEVICE)) return own.data();
        EntryFacts record = named.apply(withoutDevice(prefix));
        return record == null ? null : record.data();
    }

    private static String withoutDevice(String name) {
        return name.substring(DEVICE.length() + 1);
    }
}
