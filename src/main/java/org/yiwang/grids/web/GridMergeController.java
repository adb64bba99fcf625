package org.yiwang.grids.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.grids.DecideConflict;
import org.yiwang.grids.DraftDuties;
import org.yiwang.grids.PublishDuties;
import org.yiwang.grids.model.DutyTable;
import org.yiwang.grids.web.MergeView.RulingView;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** From the departments' grids to the one duty table: what it would be, what is decided by hand, and its publication. */
@RestController
@RequestMapping("/api/v1/grids")
class GridMergeController {
    @SchemaName("GridRulingList")
    record RulingList(List<RulingView> items) {}

    /**
     * @param grid missing for nobody
     * @param day whose grids are looked at; today where it is missing
     */
    @SchemaName("GridRulingDraft")
    record Given(
            String cell,
            String department,
            @Nullable String grid,
            String reason,
            @Nullable LocalDate day) {}

    /** @param restores number of the table that it brings back, where it does */
    @SchemaName("DutyTable")
    record TableView(
            int number,
            LocalDate from,
            Instant publishedAt,
            String name,
            String note,
            @Nullable Integer restores) {
        static TableView of(DutyTable table) {
            return new TableView(
                    table.number(),
                    table.from(),
                    table.publishedAt(),
                    table.publishedBy(),
                    table.note(),
                    table.restores());
        }
    }

    @SchemaName("DutyTableList")
    record TableList(List<TableView> items) {}

    /**
     * @param from today where it is missing
     * @param tag of the draft that was looked at
     */
    @SchemaName("DutyTableDraft")
    record Published(
            @Nullable LocalDate from,
            @Nullable String note,
            @Nullable String tag) {}

    private final DraftDuties draft;
    private final DecideConflict decide;
    private final PublishDuties publish;
    private final Clock clock;

    GridMergeController(DraftDuties draft, DecideConflict decide, PublishDuties publish, Clock clock) {
        this.draft = draft;
        this.decide = decide;
        this.publish = publish;
        this.clock = clock;
    }

    @Needs("grids.read")
    @GetMapping("/merge")
    MergeView merge(Staff staff, @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Locale locale) {
        LocalDate on = Objects.requireNonNullElse(day, today());
        var now = draft.on(staff.tenant(), on);
        return MergeView.of(on, now, draft.touches(staff.tenant(), on, now), GridWords.of(locale));
    }

    @Needs("grids.read")
    @GetMapping("/decisions")
    RulingList decisions(Staff staff, @RequestParam String cell) {
        return new RulingList(
                decide.past(staff, cell).stream().map(RulingView::of).toList());
    }

    @Needs("grids.write")
    @PostMapping("/decisions")
    RulingView decide(Staff staff, @RequestBody Given given) {
        LocalDate day = Objects.requireNonNullElse(given.day(), today());
        return RulingView.of(decide.decide(
                staff,
                required("cell", given.cell()),
                required("department", given.department()),
                given.grid(),
                required("reason", given.reason()),
                day,
                clock.instant()));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null)
            throw Refusal.invalid(field, "request.missing", field).exception();
        return value;
    }

    @Needs("grids.read")
    @GetMapping("/tables")
    TableList tables(Staff staff) {
        return new TableList(
                publish.all(staff.tenant()).stream().map(TableView::of).toList());
    }

    @Needs("grids.write")
    @PostMapping("/tables")
    TableView publish(Staff staff, @RequestBody Published wanted) {
        LocalDate from = Objects.requireNonNullElse(wanted.from(), today());
        String note = Objects.requireNonNullElse(wanted.note(), "");
        return TableView.of(publish.publish(staff, from, note, wanted.tag(), clock.instant()));
    }

    @Needs("grids.write")
    @PostMapping("/tables/{number}/restore")
    TableView restore(Staff staff, @PathVariable int number, @RequestBody Published wanted) {
        LocalDate from = Objects.requireNonNullElse(wanted.from(), today());
        String note = Objects.requireNonNullElse(wanted.note(), "");
        return TableView.of(publish.restore(staff, number, from, note, clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Duty.ZONE);
    }
}
