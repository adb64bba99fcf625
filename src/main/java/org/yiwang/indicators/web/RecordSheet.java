package org.yiwang.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.yiwang.indicators.ListRecords.Found;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.platform.web.CsvRow;
import org.yiwang.registry.sheet.SheetCell;
import org.yiwang.registry.sheet.SheetWriter;
import org.yiwang.registry.sheet.SheetWriter.Format;
import org.yiwang.registry.sheet.SheetWriter.Top;
import org.yiwang.worktime.WorkCalendar;

/** The records behind a figure as a table to take away. */
record RecordSheet(Indicator indicator, UnitTree units, Locale locale) {
    /** Without it spreadsheets take UTF-8 for the local code page. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LABEL_CHARACTERS = 50;
    private static final int MOMENT_CHARACTERS = 20;

    void csv(List<Found> found, Span span, HttpServletResponse response) throws IOException {
        begin(response, "text/csv;charset=UTF-8", span, "csv");
        Writer out = response.getWriter();
        out.write(BYTE_ORDER_MARK);
        out.write(CsvRow.of(heading().stream().map(Top::title).toList()));
        for (Found one : found)
            out.write(CsvRow.of(row(one).stream().map(RecordSheet::text).toList()));
        out.flush();
    }

    void xlsx(List<Found> found, Span span, HttpServletResponse response) throws IOException {
        begin(response, XLSX, span, "xlsx");
        try (SheetWriter sheet = new SheetWriter(english() ? "Records" : "记录")) {
            sheet.heading(heading());
            sheet.wide(0, LABEL_CHARACTERS);
            sheet.wide(1, MOMENT_CHARACTERS);
            for (Found one : found) sheet.row(row(one));
            sheet.write(response.getOutputStream());
        }
    }

    private void begin(HttpServletResponse response, String type, Span span, String ending) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "%s-%s-%s.%s".formatted(indicator.name(), span.from(), span.to(), ending),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private List<Top> heading() {
        List<Top> heading = new ArrayList<>();
        heading.add(top("记录", "Record", Format.TEXT));
        heading.add(top("时间", "Time", Format.MOMENT));
        heading.add(top("居委会", "Committee", Format.TEXT));
        if (indicator.by().contains(Split.UNIT)) heading.add(top("单位", "Unit", Format.TEXT));
        if (indicator.kind() == Kind.RATE) heading.add(top("计入", "Counts", Format.NUMBER));
        return heading;
    }

    private Top top(String zh, String en, Format format) {
        return new Top(english() ? en : zh, format, false, null);
    }

    private List<SheetCell> row(Found found) {
        List<SheetCell> row = new ArrayList<>();
        row.add(new SheetCell.Text(found.label()));
        row.add(new SheetCell.Moment(LocalDateTime.ofInstant(found.at(), WorkCalendar.ZONE)));
        row.add(new SheetCell.Text(unit(found.committee())));
        if (indicator.by().contains(Split.UNIT)) row.add(new SheetCell.Text(unit(found.unit())));
        if (indicator.kind() == Kind.RATE) row.add(new SheetCell.Figure(Boolean.TRUE.equals(found.counts()) ? 1 : 0));
        return row;
    }

    /** Minutes are enough for those who read it. */
    private static String text(SheetCell cell) {
        return cell instanceof SheetCell.Moment(LocalDateTime at) ? MOMENT.format(at) : cell.shown();
    }

    private String unit(@Nullable String id) {
        if (id == null || id.isEmpty()) return "";
        return units.find(new UnitId(id))
                .map(unit -> english() ? unit.nameEn() : unit.name())
                .orElse(id);
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }
}
