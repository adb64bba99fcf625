package org.yiwang.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.indicators.ComputeFigures;
import org.yiwang.indicators.ComputeFigures.Part;
import org.yiwang.indicators.Indicators;
import org.yiwang.indicators.ListRecords;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.indicators.web.FigureViews.FigureView;
import org.yiwang.indicators.web.FigureViews.GroupView;
import org.yiwang.indicators.web.FigureViews.ListView;
import org.yiwang.indicators.web.FigureViews.RecordPage;
import org.yiwang.indicators.web.FigureViews.RecordView;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.Needs;

@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorController {
    static final int ROWS_MAX = 500;
    private static final String READ = "indicators.read";
    private static final List<String> STEPS = Indicator.ids(Span.Step.values());
    private static final List<String> SPLITS = Indicator.ids(Split.values());

    private final Indicators indicators;
    private final ComputeFigures figures;
    private final ListRecords records;
    private final Units units;
    private final Clock clock;

    IndicatorController(Indicators indicators, ComputeFigures figures, ListRecords records, Units units, Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.records = records;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Needs(READ)
    ListView list(Staff staff, Locale locale) {
        return new ListView(
                indicators.all(staff.tenant()).stream()
                        .map(group -> GroupView.of(group, locale))
                        .toList(),
                staff.sight().everything());
    }

    /**
     * @param by committee, unit or month
     * @param step how far back the period before lies: days (its own length), month, quarter or year; without it nothing is compared
     */
    @GetMapping("/{pack}/{name}")
    @Needs(READ)
    FigureView figure(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @ParameterObject @ModelAttribute FigureQuery query,
            @RequestParam @Nullable String by,
            @RequestParam @Nullable String step) {
        Instant now = clock.instant();
        Indicator indicator = indicators.require(staff.tenant(), pack, name);
        Span span = query.span(now);
        Span.Step back = step == null ? null : Span.Step.of(known("step", step, STEPS));
        List<Part> parts =
                by == null ? List.of() : figures.by(staff, indicator, Split.of(known("by", by, SPLITS)), span, now);
        return FigureView.of(span, figures.compared(staff, indicator, span, back, now), parts);
    }

    private static String known(String field, String given, List<String> choices) {
        if (!choices.contains(given))
            throw Refusal.invalid(field, "request.wrong-value", field).exception();
        return given;
    }

    @GetMapping("/{pack}/{name}/records")
    @Needs(READ)
    RecordPage records(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @ParameterObject @ModelAttribute FigureQuery query,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (limit < 1 || limit > ROWS_MAX || offset < 0)
            throw Refusal.invalid("limit", "indicators.rows", ROWS_MAX).exception();
        ListRecords.Page page = page(staff, pack, name, query, limit, offset);
        return new RecordPage(page.items().stream().map(RecordView::of).toList(), page.total());
    }

    @GetMapping(path = "/{pack}/{name}/records.csv", produces = "text/csv")
    @Needs(READ)
    void csv(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @ParameterObject @ModelAttribute FigureQuery query,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ListRecords.Page page = page(staff, pack, name, query, ListRecords.ROWS_MAX, 0);
        sheet(staff, pack, name, locale).csv(page.items(), query.span(clock.instant()), response);
    }

    @GetMapping(path = "/{pack}/{name}/records.xlsx", produces = RecordSheet.XLSX)
    @Needs(READ)
    void xlsx(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @ParameterObject @ModelAttribute FigureQuery query,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ListRecords.Page page = page(staff, pack, name, query, ListRecords.ROWS_MAX, 0);
        sheet(staff, pack, name, locale).xlsx(page.items(), query.span(clock.instant()), response);
    }

    private RecordSheet sheet(Staff staff, String pack, String name, Locale locale) {
        return new RecordSheet(indicators.require(staff.tenant(), pack, name), units.tree(staff.tenant()), locale);
    }

    private ListRecords.Page page(Staff staff, String pack, String name, FigureQuery query, int rows, int skipped) {
        Instant now = clock.instant();
        Indicator indicator = indicators.require(staff.tenant(), pack, name);
        return records.page(
                staff, indicator, query.span(now), query.committee(), query.unit(), query.counts(), rows, skipped, now);
    }
}
