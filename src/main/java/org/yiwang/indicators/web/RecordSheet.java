package org.yiwang.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import org.yiwang.worktime.WorkCalendar;

/** The records behind a figure as a table to take away. */
record RecordSheet(Indicator indicator, UnitTree units, Locale locale) {
    /** Without it spreadsheets take UTF-8 for the local code page. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(WorkCalendar.ZONE);

    void write(List<Found> found, Span span, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "%s-%s-%s.csv".formatted(indicator.name(), span.from(), span.to()),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer out = response.getWriter();
        out.write(BYTE_ORDER_MARK);
        out.write(CsvRow.of(heading()));
        for (Found one : found) out.write(CsvRow.of(row(one)));
        out.flush();
    }

    private List<String> heading() {
        List<String> heading =
                new ArrayList<>(english() ? List.of("Record", "Time", "Committee") : List.of("记录", "时间", "居委会"));
        if (indicator.by().contains(Split.UNIT)) heading.add(english() ? "Unit" : "单位");
        if (indicator.kind() == Kind.RATE) heading.add(english() ? "Counts" : "计入");
        return heading;
    }

    private List<String> row(Found found) {
        List<String> row = new ArrayList<>(List.of(found.label(), MOMENT.format(found.at()), unit(found.committee())));
        if (indicator.by().contains(Split.UNIT)) row.add(unit(found.unit()));
        if (indicator.kind() == Kind.RATE) row.add(Boolean.TRUE.equals(found.counts()) ? "1" : "0");
        return row;
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
