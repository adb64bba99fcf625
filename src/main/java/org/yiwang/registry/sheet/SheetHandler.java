package org.yiwang.registry.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Follows the XML of one sheet and hands over each row that is not empty; no row is kept. */
final class SheetHandler extends DefaultHandler {
    private static final int CELL_CHARACTERS_MAX = 32_767;

    private final CellReader reader;
    private final Consumer<SheetRow> taker;
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private TreeMap<Integer, CellValue> cells = new TreeMap<>();
    private int row;
    private int column;
    private @Nullable String type;
    private @Nullable String style;
    private boolean formula;
    private boolean reading;
    private int phonetic;
    private int empty;

    SheetHandler(CellReader reader, Consumer<SheetRow> taker) {
        this.reader = reader;
        this.taker = taker;
    }

    /** Areas of several cells joined to one; complete once the sheet has been read. */
    List<CellRangeAddress> merged() {
        return merged;
    }

    /** Rows that the sheet has without anything in them. */
    int empty() {
        return empty;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "rPh" -> phonetic++;
            case "v" -> reading = true;
            case "t" -> reading = phonetic == 0;
            case "mergeCell" -> merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
            default -> {}
        }
    }

    private void startRow(@Nullable String number) {
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells = new TreeMap<>();
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        formula = false;
        value.setLength(0);
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (reading) value.append(signs, start, Math.min(length, CELL_CHARACTERS_MAX + 1 - value.length()));
    }

    @Override
    public void endElement(String space, String name, String qualified) {
        switch (name) {
            case "v", "t" -> reading = false;
            case "rPh" -> phonetic--;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {}
        }
    }

    private void endCell() {
        CellValue read = reader.read(type, style, value.toString(), formula);
        if (read != null) cells.put(column, read);
    }

    private void endRow() {
        if (cells.isEmpty()) empty++;
        else taker.accept(new SheetRow(row, cells));
    }
}
