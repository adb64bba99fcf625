package org.yiwang.grids.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.grids.FindDuties;
import org.yiwang.grids.FindDuties.Held;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.web.DutyViews.CellDuties;
import org.yiwang.grids.web.DutyViews.ComparisonView;
import org.yiwang.grids.web.DutyViews.RouteView;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** The duty table as the work uses it, and what it changed. */
@RestController
@RequestMapping("/api/v1/grids")
class GridDutyController {
    private static final String CELLS_MAX = "60";
    private static final int CELLS_LIMIT = 10_000;
    private static final int CATEGORY_CHARACTERS_MAX = 12;

    /** @param grid missing for nobody, as are its title and holder */
    @SchemaName("CellDutyLine")
    record LineView(
            String cell,
            String department,
            @Nullable String grid,
            @Nullable String gridTitle,
            @Nullable String holder) {
        static LineView of(Held held, GridWords words) {
            Grid grid = held.grid();
            return new LineView(
                    held.line().cell(),
                    held.department().code(),
                    grid == null ? null : grid.code(),
                    grid == null ? null : words.of(grid),
                    grid == null ? null : words.of(grid.holder()));
        }
    }

    @SchemaName("CellDutyLineList")
    record LineList(List<LineView> items) {}

    private final FindDuties find;
    private final Units units;
    private final Clock clock;

    GridDutyController(FindDuties find, Units units, Clock clock) {
        this.find = find;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param category whoever answers for it comes first
     * @param day today where it is missing
     */
    @Needs("grids.read")
    @GetMapping("/duties")
    CellDuties duties(
            Staff staff,
            @RequestParam String cell,
            @RequestParam @Nullable String category,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Locale locale) {
        return DutyViews.of(find.in(staff.tenant(), cell, category, on(day)), GridWords.of(locale));
    }

    @Needs("grids.read")
    @GetMapping("/lines")
    LineList lines(
            Staff staff,
            @RequestParam @Nullable String committee,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Locale locale) {
        GridWords words = GridWords.of(locale);
        return new LineList(find.all(staff.tenant(), committee, on(day)).stream()
                .map(held -> LineView.of(held, words))
                .toList());
    }

    @Needs("grids.read")
    @GetMapping("/route")
    RouteView route(
            Staff staff,
            @RequestParam String cell,
            @RequestParam String category,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Locale locale) {
        if (category.isBlank() || category.length() > CATEGORY_CHARACTERS_MAX)
            throw Refusal.invalid("category", "grids.no-matter").exception();
        return DutyViews.of(find.route(staff.tenant(), cell, category, on(day)), GridWords.of(locale));
    }

    /**
     * @param by all, committee or cell
     * @param cellsMax more than so many are too many for one person
     */
    @Needs("grids.read")
    @GetMapping("/comparison")
    ComparisonView comparison(
            Staff staff,
            @RequestParam(defaultValue = "committee") String by,
            @RequestParam(defaultValue = CELLS_MAX) int cellsMax,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Locale locale) {
        int bound = Math.clamp(cellsMax, 1, CELLS_LIMIT);
        return DutyViews.of(find.compare(staff.tenant(), by, bound, on(day)), bound, GridWords.of(locale));
    }

    /** A table for spreadsheets (RFC 4180): before and after, place by place. */
    @Needs("grids.read")
    @GetMapping(path = "/comparison.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(
            Staff staff,
            @RequestParam(defaultValue = "committee") String by,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Locale locale) {
        LocalDate on = on(day);
        byte[] table = ComparedTable.of(
                find.compare(staff.tenant(), by, CELLS_LIMIT, on).places(), units.tree(staff.tenant()), locale);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("grids-" + on + ".csv")
                                .build()
                                .toString())
                .body(table);
    }

    private LocalDate on(@Nullable LocalDate day) {
        return Objects.requireNonNullElseGet(day, () -> LocalDate.ofInstant(clock.instant(), Duty.ZONE));
    }
}
