package org.yiwang.sensing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiwang.platform.Refusal;

/** Reads a recording: CSV (RFC 4180) with the columns device, message and payload, in any order, others being left out. */
public final class RecordedRows {
    public static final int ROWS_MAX = 100_000;
    private static final List<String> COLUMNS = List.of("device", "message", "payload");

    /** @param line where it begins, counted from 1 */
    public record Row(int line, String device, String message, String payload) {}

    private final String text;
    private int at;
    private int line = 1;

    private RecordedRows(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @throws org.yiwang.platform.RefusedException where it is no such file */
    public static List<Row> read(String text) {
        return new RecordedRows(text).rows();
    }

    private List<Row> rows() {
        List<String> head = cells();
        Map<String, Integer> places = new java.util.HashMap<>();
        for (String column : COLUMNS) {
            int place = head.indexOf(column);
            if (place < 0) throw fault(1);
            places.put(column, place);
        }
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int start = line;
            List<String> cells = cells();
            if (cells.size() == 1 && cells.getFirst().isBlank()) continue;
            if (cells.size() < head.size() || rows.size() == ROWS_MAX) throw fault(start);
            rows.add(new Row(start, cell(cells, places, 0), cell(cells, places, 1), cell(cells, places, 2)));
        }
        return rows;
    }

    private static String cell(List<String> cells, Map<String, Integer> places, int column) {
        return cells.get(places.getOrDefault(COLUMNS.get(column), 0)).strip();
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) return cells;
            char sign = text.charAt(at++);
            if (sign == ',') continue;
            if (sign == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            line++;
            return cells;
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        int start = line;
        for (at++; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\n') line++;
            if (sign != '"') cell.append(sign);
            else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else {
                at++;
                if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) throw fault(start);
                return cell.toString();
            }
        }
        throw fault(start);
    }

    private static RuntimeException fault(int line) {
        return Refusal.invalid("file", "sensing.no-csv", line, ROWS_MAX).exception();
    }
}
