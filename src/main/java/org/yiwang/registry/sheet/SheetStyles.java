package org.yiwang.registry.sheet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.yiwang.registry.sheet.SheetWriter.Format;

/** The few looks that a cell can have. */
final class SheetStyles {
    private final Map<Format, CellStyle> byFormat = new EnumMap<>(Format.class);
    private final CellStyle heading;
    private final CellStyle wanted;
    private final CellStyle faulty;

    SheetStyles(Workbook workbook) {
        for (Format format : Format.values()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(pattern(format)));
            byFormat.put(format, style);
        }
        heading = filled(workbook, IndexedColors.GREY_25_PERCENT);
        wanted = filled(workbook, IndexedColors.LIGHT_YELLOW);
        faulty = filled(workbook, IndexedColors.ROSE);
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        wanted.setFont(bold);
        faulty.setDataFormat(workbook.createDataFormat().getFormat(pattern(Format.TEXT)));
    }

    private static CellStyle filled(Workbook workbook, IndexedColors colour) {
        CellStyle style = workbook.createCellStyle();
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static String pattern(Format format) {
        return switch (format) {
            case TEXT -> "@";
            case NUMBER -> "General";
            case DAY -> "yyyy-mm-dd";
            case MOMENT -> "yyyy-mm-dd hh:mm:ss";
        };
    }

    CellStyle of(Format format) {
        return Objects.requireNonNull(byFormat.get(format));
    }

    CellStyle heading() {
        return heading;
    }

    CellStyle wanted() {
        return wanted;
    }

    CellStyle faulty() {
        return faulty;
    }
}
