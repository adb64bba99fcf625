package org.yiwang.registry.store;

import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.platform.personal.PersonalData;
import org.yiwang.registry.model.Register;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.node.ObjectNode;

/** Seals the personal fields of an entry before they are stored, and opens them again. */
@Component
public class SealedData {
    private final PersonalData personal;

    public SealedData(PersonalData personal) {
        this.personal = personal;
    }

    /** A copy whose personal fields can be read with the key alone, and in this entry alone. */
    public ObjectNode seal(Register register, UUID entry, ObjectNode data) {
        return each(register, data, (field, text) -> personal.seal(text, place(entry, field)));
    }

    public ObjectNode open(Register register, UUID entry, ObjectNode data) {
        return each(register, data, (field, text) -> personal.open(text, place(entry, field)));
    }

    /** Cells of a sheet that has not been applied, those in these columns sealed. */
    SortedMap<Integer, String> sealCells(UUID sheet, int row, Set<Integer> columns, SortedMap<Integer, String> cells) {
        return cells(cells, columns, (column, text) -> personal.seal(text, place(sheet, row, column)));
    }

    SortedMap<Integer, String> openCells(UUID sheet, int row, Set<Integer> columns, SortedMap<Integer, String> cells) {
        return cells(cells, columns, (column, text) -> personal.open(text, place(sheet, row, column)));
    }

    private static SortedMap<Integer, String> cells(
            SortedMap<Integer, String> cells,
            Set<Integer> columns,
            BiFunction<Integer, String, @Nullable String> change) {
        if (columns.isEmpty()) return cells;
        SortedMap<Integer, String> copy = new TreeMap<>(cells);
        copy.replaceAll((column, text) ->
                columns.contains(column) ? Objects.requireNonNullElse(change.apply(column, text), "") : text);
        return copy;
    }

    private static String place(UUID sheet, int row, int column) {
        return "import/" + sheet + "/" + row + "/" + column;
    }

    /** What every text begins with that is sealed with the key in use. */
    String mark() {
        return personal.mark();
    }

    private interface Change {
        @Nullable
        String of(Field field, String text);
    }

    private static ObjectNode each(Register register, ObjectNode data, Change change) {
        ObjectNode copy = data.deepCopy();
        for (Field field : register.personal())
            if (copy.path(field.name()).isString())
                copy.put(field.name(), change.of(field, copy.get(field.name()).asString()));
        return copy;
    }

    private static String place(UUID entry, Field field) {
        return "entry/" + entry + "/" + field.name();
    }
}
