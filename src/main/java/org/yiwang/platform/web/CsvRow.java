package org.yiwang.platform.web;

import java.util.List;
import java.util.stream.Collectors;

/** One line of a table for spreadsheets (RFC 4180). */
public final class CsvRow {
    /** A cell that starts with one of these is taken for a formula by spreadsheets: whoever writes a report could make the clerk's machine reckon. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvRow() {}

    public static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String plain = formula ? "'" + text : text;
        boolean quoted = plain.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return quoted ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
    }
}
