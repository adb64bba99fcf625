package org.yiwang.demonstration.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which drawing illustrates which category. */
public final class Scenes {
    private record Row(String scene, List<String> codes) {}

    /** By the beginning of the code; the first that fits. */
    private static final List<Row> ROWS = List.of(
            new Row("bins", List.of("E0115", "E0117", "B0302", "B0303", "B0304", "H0301")),
            new Row("bulky", List.of("E0108", "E0118", "H0304")),
            new Row("rubble", List.of("E0103", "E0114", "E0507", "H0303")),
            new Row("car", List.of("R0704", "E0107", "E0504", "E0514", "E0520", "B0201", "H0105", "H0207", "H0705")),
            new Row("bicycles", List.of("E0505", "E0506", "E0517", "H0802")),
            new Row("stairway", List.of("E0113", "E0512", "E0516", "B0503", "B0504", "H0111", "H0704", "H0702")),
            new Row("lift", List.of("E0408", "B0501", "H0103", "H0104")),
            new Row(
                    "shop",
                    List.of(
                            "E0122", "E0203", "E0204", "E0206", "E0501", "E0508", "E0510", "E0515", "E0521", "H0205",
                            "H0206", "H0208", "H06")),
            new Row("hawker", List.of("E0502", "E0503", "E0511")),
            new Row("posters", List.of("E0201", "E0202", "E0205", "E0111")),
            new Row("site", List.of("E03", "H0203")),
            new Row("flood", List.of("E0402", "E0404", "H0803", "B0602")),
            new Row("tree", List.of("E0405", "B0401", "H0302", "E0119", "E0106", "B0402", "B0404")),
            new Row("road", List.of("R0701", "R0702", "E0109", "E0110", "E0401", "B0208", "B0205", "H0801")),
            new Row("manhole", List.of("B0101", "B0102", "B0103", "B0104", "B0105")),
            new Row("lamp", List.of("R0703", "B0106", "B0107", "B0108", "B0109", "B02", "E0406")),
            new Row("river", List.of("W", "E0105", "E0518", "B0601", "H0804")),
            new Row("wall", List.of("E0101", "E0407", "E0409", "E0410", "H0102", "H0201", "B0502")),
            new Row("street", List.of("E", "B")),
            new Row("building", List.of("H", "S")));

    private Scenes() {}

    /** The scene of a category. */
    public static String of(String category) {
        return ROWS.stream()
                .filter(row -> row.codes().stream().anyMatch(category::startsWith))
                .findFirst()
                .orElseThrow()
                .scene();
    }

    /** Every scene that may be asked for. */
    public static Set<String> all() {
        Set<String> all = new TreeSet<>();
        ROWS.forEach(row -> all.add(row.scene()));
        return all;
    }
}
