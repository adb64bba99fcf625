package org.yiwang.registry.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** Makes a value of what a sheet's XML says of a cell (ECMA-376 part 1, 18.3.1.4). */
final class CellReader {
    private static final int DIGITS_KEPT = 15;
    private static final Pattern ZEROS = Pattern.compile("0{2,}");
    private static final String NEVER_CALCULATED = "#?";

    private final PackedStrings texts;
    private final StylesTable styles;
    private final boolean counts1904;
    private final DataFormatter formats = new DataFormatter(Locale.SIMPLIFIED_CHINESE);

    CellReader(PackedStrings texts, StylesTable styles, boolean counts1904) {
        this.texts = texts;
        this.styles = styles;
        this.counts1904 = counts1904;
    }

    /** @param type attribute {@code t}: s, str, inlineStr, b, e, d, n or none */
    @Nullable
    CellValue read(@Nullable String type, @Nullable String style, @Nullable String raw, boolean formula) {
        if (raw == null || raw.isEmpty()) return formula ? new CellValue.Broken(NEVER_CALCULATED) : null;
        return switch (type == null ? "n" : type) {
            case "s" -> text(texts.get(Integer.parseInt(raw.strip())));
            case "str", "inlineStr" -> text(raw);
            case "b" -> new CellValue.Truth(raw.strip().equals("1"));
            case "e" -> new CellValue.Broken(raw.strip());
            case "d" -> moment(LocalDateTime.parse(raw.length() == 10 ? raw + "T00:00:00" : raw));
            default -> number(new BigDecimal(raw.strip()), style);
        };
    }

    private static @Nullable CellValue text(String raw) {
        String text = new XSSFRichTextString(raw).getString();
        String plain = stripped(text);
        return plain.isEmpty() ? null : new CellValue.Text(FormulaStart.restore(plain));
    }

    /** Blanks of every kind around a text are typing, not content; a tab in front may be. */
    static String stripped(String text) {
        return text.replaceAll("^[\\p{Z}\\n\\uFEFF]+|[\\p{Z}\\s\\uFEFF]+$", "");
    }

    private CellValue number(BigDecimal value, @Nullable String style) {
        int format = 0;
        String pattern = "General";
        if (style != null) {
            XSSFCellStyle known = styles.getStyleAt(Integer.parseInt(style));
            if (known != null) {
                format = known.getDataFormat();
                pattern = known.getDataFormatString();
            }
        }
        if (pattern == null) pattern = BuiltinFormats.getBuiltinFormat(format);
        double plain = value.doubleValue();
        if (DateUtil.isADateFormat(format, pattern) && DateUtil.isValidExcelDate(plain))
            return moment(DateUtil.getLocalDateTime(plain, counts1904));
        return new CellValue.Figure(value, shown(value, format, pattern), isExact(value));
    }

    /** A whole number of more digits has lost the last of them; a long fraction is only reckoned so. */
    private static boolean isExact(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.TEN.pow(DIGITS_KEPT)) < 0;
    }

    private String shown(BigDecimal value, int format, String pattern) {
        if (ZEROS.matcher(pattern).matches())
            return formats.formatRawCellContents(value.doubleValue(), format, pattern);
        return plain(value);
    }

    /** 0.1 + 0.2 is kept as 0.30000000000000004; nobody typed that. */
    static String plain(BigDecimal value) {
        BigDecimal kept = value.precision() > DIGITS_KEPT ? value.round(new java.math.MathContext(DIGITS_KEPT)) : value;
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    private static CellValue moment(LocalDateTime at) {
        boolean day = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new CellValue.Moment(
                at, day ? at.toLocalDate().toString() : at.toString().replace('T', ' '));
    }
}
