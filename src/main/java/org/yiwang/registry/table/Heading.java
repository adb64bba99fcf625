package org.yiwang.registry.table;

import static org.yiwang.platform.Refusal.Kind.INVALID;
import static org.yiwang.platform.Refusal.refuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.sheet.CellValue;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.registry.sheet.XlsxFile;
import org.yiwang.scenario.form.Condition;
import org.yiwang.scenario.form.Field;

/**
 * Which column of a sheet is which of the register.
 *
 * @param row where it stands in the sheet
 * @param columns by the sheet's own columns, from 0
 * @param titles as the sheet has them
 */
public record Heading(int row, SortedMap<Integer, Column> columns, SortedMap<Integer, String> titles) {

    /** A heading, or everything that is wrong with it. */
    public record Reading(
            @Nullable Heading heading, @Nullable Refusal refusal) {}

    public static Reading read(Register register, SheetRow row) {
        return read(register, row, false);
    }

    /** @param wider whether the sheet may have columns that the register has not: they stay in {@code titles} and are not read */
    public static Reading read(Register register, SheetRow row, boolean wider) {
        List<Column> known = Columns.exported(register);
        SortedMap<Integer, Column> columns = new TreeMap<>();
        SortedMap<Integer, String> titles = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        row.cells().forEach((at, value) -> {
            titles.put(at, value.shown());
            find(known, value).ifPresentOrElse(column -> columns.put(at, column), () -> unknown.add(value.shown()));
        });
        Refusal refusal = refusal(register, columns, wider ? List.of() : unknown);
        return new Reading(refusal == null ? new Heading(row.number(), columns, titles) : null, refusal);
    }

    /** Titles of columns that are not read. */
    public List<String> unread() {
        return titles.entrySet().stream()
                .filter(title -> !columns.containsKey(title.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Refuses a sheet with cells joined to one: what stands in them would be one row's alone.
     *
     * @param row of the heading, from 1; where there is none, the first
     */
    public static void requireUnmerged(XlsxFile.Rest rest, int row) {
        if (rest.merged().isEmpty()) return;
        boolean atTop = rest.merged().stream().anyMatch(area -> area.getFirstRow() <= Math.max(0, row - 1));
        String first = rest.merged().getFirst().formatAsString();
        throw Refusal.invalid("file", atTop ? "registry.heading-merged" : "registry.cells-merged", first)
                .exception();
    }

    private static Optional<Column> find(List<Column> known, CellValue title) {
        return known.stream().filter(column -> column.isCalled(title.shown())).findFirst();
    }

    private static @Nullable Refusal refusal(
            Register register, SortedMap<Integer, Column> columns, List<String> unknown) {
        if (columns.isEmpty()) return refuse(INVALID, "registry.no-heading", titles(Columns.of(register)));
        List<Column> twice = twice(columns);
        if (!twice.isEmpty()) return refuse(INVALID, "registry.column-twice", titles(twice));
        List<Column> missing = missing(register, columns);
        if (!missing.isEmpty()) return refuse(INVALID, "registry.column-missing", titles(missing));
        if (!unknown.isEmpty())
            return refuse(INVALID, "registry.column-unknown", String.join("、", unknown), titles(Columns.of(register)));
        return null;
    }

    private static List<Column> twice(SortedMap<Integer, Column> columns) {
        Map<Column, Long> counts = columns.values().stream()
                .collect(Collectors.groupingBy(column -> column, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Columns that no entry can do without. What is left out otherwise stays as it is in entries that are there. */
    private static List<Column> missing(Register register, SortedMap<Integer, Column> columns) {
        return Columns.of(register).stream()
                .filter(column -> column.field() != null && isAlwaysRequired(column.field()))
                .filter(column -> !columns.containsValue(column))
                .toList();
    }

    private static boolean isAlwaysRequired(Field field) {
        return field.required().contains(Condition.ALWAYS);
    }

    private static String titles(List<Column> columns) {
        return columns.stream().map(column -> column.heading("zh")).collect(Collectors.joining("、"));
    }
}
