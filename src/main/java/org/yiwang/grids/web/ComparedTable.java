package org.yiwang.grids.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.grids.model.CompareDuties;
import org.yiwang.grids.model.Comparison.Place;
import org.yiwang.grids.model.Side;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;

/** Before and after as a table for spreadsheets. */
final class ComparedTable {
    /** Without it spreadsheets take UTF-8 for the local code page. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> ZH = List.of(
            "地方", "单元网格", "整合前划分数", "整合前网格数", "整合前责任项", "整合前人数", "整合前无人负责", "整合前多头", "整合后划分数", "整合后网格数", "整合后责任项",
            "整合后人数", "整合后无人负责", "整合后多头");
    private static final List<String> EN = List.of(
            "Place",
            "Cells",
            "Divisions before",
            "Grids before",
            "Posts before",
            "People before",
            "Unheld before",
            "Divided before",
            "Divisions after",
            "Grids after",
            "Posts after",
            "People after",
            "Unheld after",
            "Divided after");

    private ComparedTable() {}

    static byte[] of(List<Place> places, UnitTree units, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        StringBuilder table = new StringBuilder().append(BYTE_ORDER_MARK);
        row(table, english ? EN : ZH);
        for (Place place : places) row(table, cells(place, units, english));
        return table.toString().getBytes(UTF_8);
    }

    private static List<String> cells(Place place, UnitTree units, boolean english) {
        List<String> cells = new ArrayList<>();
        cells.add(name(place.key(), units, english));
        cells.add(Integer.toString(place.cells()));
        Stream.of(place.before(), place.after()).forEach(side -> cells.addAll(figures(side)));
        return cells;
    }

    private static List<String> figures(Side side) {
        return Stream.of(side.divisions(), side.grids(), side.holdings(), side.people(), side.unheld(), side.divided())
                .map(Object::toString)
                .toList();
    }

    private static String name(String key, UnitTree units, boolean english) {
        if (key.equals(CompareDuties.ALL)) return english ? "Whole sub-district" : "全街道";
        return units.find(new UnitId(key))
                .map(unit -> english ? unit.nameEn() : unit.name())
                .orElse(key);
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append(cells.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n")));
    }
}
