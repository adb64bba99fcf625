package org.yiwang.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets as offices hand them in. */
public final class Sheets {
    private Sheets() {}

    /** A sheet of rows; texts, numbers, days and flags stay what they are, null is an empty cell. */
    public static Path of(List<?>... rows) {
        return with(sheet -> fill(sheet, rows));
    }

    /** A sheet that is filled in by hand. */
    public static Path with(Consumer<XSSFSheet> filling) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            filling.accept(workbook.createSheet("Sheet1"));
            Path file = file(".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String ending) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(Path.of("target", "sheets")), "sheet", ending);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path bytes(String ending, byte[] content) {
        try {
            return Files.write(file(ending), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void fill(XSSFSheet sheet, List<?>... rows) {
        CellStyle day = sheet.getWorkbook().createCellStyle();
        day.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
        for (int i = 0; i < rows.length; i++) {
            XSSFRow row = sheet.createRow(i);
            for (int column = 0; column < rows[i].size(); column++) {
                Object value = rows[i].get(column);
                if (value == null) continue;
                Cell cell = row.createCell(column);
                switch (value) {
                    case String text -> cell.setCellValue(text);
                    case Number number -> cell.setCellValue(number.doubleValue());
                    case Boolean flag -> cell.setCellValue(flag);
                    case LocalDate date -> {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    }
                    default -> throw new IllegalArgumentException(value.toString());
                }
            }
        }
    }
}
