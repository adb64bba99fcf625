package org.yiwang.registry.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a workbook row by row; only the last rows are in memory. Dispose of it, or its pieces stay on the disk. */
public final class SheetWriter implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int ROWS_MAX = 1_048_576;
    private static final int COLUMN_CHARACTERS_MIN = 10;
    private static final int COLUMN_CHARACTERS_MAX = 40;
    private static final int CHARACTER_WIDTH = 256;
    private static final int NOTE_COLUMNS = 4;
    private static final int NOTE_ROWS = 6;
    /** Notes stand in memory until the end. */
    private static final int NOTES_MAX = 3_000;

    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
    private final SheetStyles styles = new SheetStyles(workbook);
    private SXSSFSheet sheet;
    private int row;
    private int notes;

    public SheetWriter(String firstSheet) {
        sheet = workbook.createSheet(firstSheet);
    }

    /** What a column looks like. */
    public enum Format {
        TEXT,
        NUMBER,
        DAY,
        MOMENT
    }

    /**
     * The top of a column.
     *
     * @param wanted whether it must be filled in
     * @param note what there is to know about it
     */
    public record Top(
            String title,
            Format format,
            boolean wanted,
            @Nullable String note) {}

    /** The headings, which stay when the rows are scrolled; whole columns take their format, so that what is typed stays what it is. */
    public void heading(List<Top> tops) {
        Row first = next();
        for (int column = 0; column < tops.size(); column++) {
            Top top = tops.get(column);
            Cell cell = first.createCell(column);
            cell.setCellValue(top.title());
            cell.setCellStyle(top.wanted() ? styles.wanted() : styles.heading());
            sheet.setDefaultColumnStyle(column, styles.of(top.format()));
            sheet.setColumnWidth(column, width(top.title()) * CHARACTER_WIDTH);
            if (top.note() != null) note(column, top.note());
        }
        sheet.createFreezePane(0, 1);
    }

    /** Adds a row of cells. */
    public void row(List<SheetCell> cells) {
        Row next = next();
        for (int column = 0; column < cells.size(); column++) write(next, column, cells.get(column));
    }

    /** Marks a cell of the row that was written last. */
    public void mark(int column, String note) {
        Row last = sheet.getRow(row - 1);
        Cell cell = last.getCell(column) == null ? last.createCell(column) : last.getCell(column);
        cell.setCellStyle(styles.faulty());
        if (notes < NOTES_MAX) note(column, note);
    }

    /** Offers these texts in a column of the first sheet, below its heading. */
    public void choices(int column, String listSheet, int listColumn, int count) {
        DataValidationHelper help = sheet.getDataValidationHelper();
        String letter = CellReference.convertNumToColString(listColumn);
        DataValidationConstraint list =
                help.createFormulaListConstraint("'%s'!$%s$2:$%s$%d".formatted(listSheet, letter, letter, count + 1));
        DataValidation validation =
                help.createValidation(list, new CellRangeAddressList(1, ROWS_MAX - 1, column, column));
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** Goes on to another sheet, which begins at its first row. */
    public void sheet(String name) {
        sheet = workbook.createSheet(name);
        row = 0;
    }

    public void wide(int column, int characters) {
        sheet.setColumnWidth(column, characters * CHARACTER_WIDTH);
    }

    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private Row next() {
        return sheet.createRow(row++);
    }

    private void write(Row row, int column, SheetCell value) {
        if (value instanceof SheetCell.Empty) return;
        Cell cell = row.createCell(column);
        switch (value) {
            case SheetCell.Empty() -> {}
            case SheetCell.Text(String text) -> {
                cell.setCellValue(escaped(FormulaStart.disarm(text)));
                cell.setCellStyle(styles.of(Format.TEXT));
            }
            case SheetCell.Figure(double number) -> {
                cell.setCellValue(number);
                cell.setCellStyle(styles.of(Format.NUMBER));
            }
            case SheetCell.Day(var day) -> {
                cell.setCellValue(day);
                cell.setCellStyle(styles.of(Format.DAY));
            }
            case SheetCell.Moment(LocalDateTime at) -> {
                cell.setCellValue(at);
                cell.setCellStyle(styles.of(Format.MOMENT));
            }
        }
    }

    private void note(int column, String text) {
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(column + 1);
        anchor.setCol2(column + 1 + NOTE_COLUMNS);
        anchor.setRow1(row - 1);
        anchor.setRow2(row - 1 + NOTE_ROWS);
        Comment comment = drawing.createCellComment(anchor);
        comment.setAddress(row - 1, column);
        comment.setString(workbook.getCreationHelper().createRichTextString(text));
        notes++;
    }

    /** A text that looks like an escaped sign (ECMA-376 part 1, 22.9.2.19) would come back as that sign. */
    private static String escaped(String text) {
        return text.contains("_x") ? LIKE_AN_ESCAPE.matcher(text).replaceAll("_x005F_") : text;
    }

    /** A Chinese sign is two characters wide. */
    private static int width(String title) {
        int characters = title.codePoints().map(sign -> sign > 0xFF ? 2 : 1).sum() + 4;
        return Math.clamp(characters, COLUMN_CHARACTERS_MIN, COLUMN_CHARACTERS_MAX);
    }
}
