package org.yiwang.registry.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.ImportRow;

/** Which rows of a sheet name which entry, so that none is named twice. */
public final class RowKeys {
    private static final int ROWS_NAMED_MAX = 40;

    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, List<Integer>> twice = new LinkedHashMap<>();

    public void add(String key, int row) {
        Integer before = first.putIfAbsent(key, row);
        if (before == null) return;
        twice.computeIfAbsent(key, k -> new ArrayList<>(List.of(before))).add(row);
    }

    /** A fault for every row whose key another row has too, naming all of them. */
    public Map<Integer, ImportRow.Fault> faults(String column) {
        Map<Integer, ImportRow.Fault> faults = new LinkedHashMap<>();
        twice.forEach((key, rows) -> {
            String named =
                    rows.stream().limit(ROWS_NAMED_MAX).map(String::valueOf).collect(Collectors.joining("、"));
            Refusal refusal = Refusal.invalid(column, "registry.key-twice", key, named, rows.size());
            rows.forEach(row -> faults.put(row, ImportRow.Fault.of(column, refusal)));
        });
        return faults;
    }
}
