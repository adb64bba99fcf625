package org.yiwang.registry.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.form.FieldFault;

/**
 * A row of a sheet, and what it would do.
 *
 * @param number as the sheet counts
 * @param key null where the row does not say which entry it is about
 * @param entry that it would make or change
 * @param base version of the entry that it was compared with; null for a new one
 * @param cells as they stand in the sheet, by its columns from 0
 * @param content what the entry will be; null for rejected rows
 */
public record ImportRow(
        int number,
        Act act,
        @Nullable String key,
        @Nullable UUID entry,
        @Nullable Integer base,
        SortedMap<Integer, String> cells,
        List<Fault> faults,
        List<Difference> changes,
        @Nullable Content content) {

    /** What a row would do. */
    public enum Act {
        INSERT,
        CHANGE,
        SAME,
        REJECT;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Act of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** What is wrong with a cell, or with the row where the column is empty. */
    public record Fault(String column, String code, List<String> arguments) {
        public static Fault of(FieldFault fault) {
            return of(fault.field(), fault.refusal());
        }

        public static Fault of(String column, Refusal refusal) {
            return new Fault(
                    column,
                    refusal.code(),
                    refusal.arguments().stream().map(Object::toString).toList());
        }

        public Refusal refusal() {
            return Refusal.invalid(column, code, arguments.toArray());
        }
    }

    /** A value that changes, as a table shows it; personal ones masked. */
    public record Difference(String column, String from, String to) {}

    public ImportRow rejected(Fault fault) {
        return new ImportRow(number, Act.REJECT, key, entry, base, cells, List.of(fault), List.of(), null);
    }
}
