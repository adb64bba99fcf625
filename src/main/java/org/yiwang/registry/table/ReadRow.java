package org.yiwang.registry.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.sheet.CellValue;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.scenario.form.FieldFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row of a sheet says of an entry.
 *
 * @param cells as they stand in the sheet, by its columns
 * @param given what could be read
 * @param named the columns that the sheet has at all; what it has not is left as it is
 * @param faults by column name
 */
public record ReadRow(
        int number, SortedMap<Integer, String> cells, GivenEntry given, Set<String> named, List<FieldFault> faults) {
    private static final JsonMapper JSON = new JsonMapper();

    public static ReadRow of(Heading heading, SheetRow row) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        SortedMap<Integer, String> cells = new TreeMap<>();
        List<FieldFault> faults = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Place place = new Place();
        row.cells().forEach((at, value) -> cells.put(at, value.shown()));
        for (Map.Entry<Integer, Column> one : heading.columns().entrySet()) {
            Column column = one.getValue();
            named.add(column.name());
            CellValue value = row.cells().get(one.getKey());
            if (value != null) read(column, value, data, place, faults);
        }
        return new ReadRow(row.number(), cells, new GivenEntry(data, place.lon, place.lat, place.shape), named, faults);
    }

    private static final class Place {
        private @Nullable Double lon;
        private @Nullable Double lat;
        private @Nullable JsonNode shape;
    }

    private static void read(Column column, CellValue value, ObjectNode data, Place place, List<FieldFault> faults) {
        try {
            switch (column.role()) {
                case FIELD -> {
                    if (column.field() != null) data.set(column.name(), ReadCell.value(column.field(), value));
                }
                case LON -> place.lon = ReadCell.degrees(value);
                case LAT -> place.lat = ReadCell.degrees(value);
                case SHAPE -> place.shape = shape(value);
                case SHOWN -> {}
            }
        } catch (RefusedException e) {
            faults.add(new FieldFault(column.name(), e.refusal()));
        }
    }

    private static JsonNode shape(CellValue value) {
        try {
            return JSON.readTree(ReadCell.text(value));
        } catch (JacksonException e) {
            throw Refusal.refuse(Refusal.Kind.INVALID, "registry.cell-no-shape").exception();
        }
    }
}
