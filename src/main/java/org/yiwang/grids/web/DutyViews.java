package org.yiwang.grids.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.FindDuties.Formerly;
import org.yiwang.grids.FindDuties.Held;
import org.yiwang.grids.FindDuties.InCell;
import org.yiwang.grids.FindDuties.Route;
import org.yiwang.grids.model.Comparison;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Side;
import org.yiwang.grids.web.DepartmentView.DutyView;
import org.yiwang.platform.contract.SchemaName;

/** Who answers for what, and what the merging changed, in the reader's language. */
final class DutyViews {
    private DutyViews() {}

    /**
     * A department's person in a cell.
     *
     * @param answers whether one of the duties is the category asked for
     * @param leads whether it is the first of those
     * @param holder missing where the department has nobody there
     * @param note why a person decided so
     */
    @SchemaName("CellDuty")
    record CellDuty(
            String department,
            String title,
            String unit,
            @Nullable String grid,
            @Nullable String gridTitle,
            @Nullable String holder,
            boolean answers,
            boolean leads,
            List<DutyView> duties,
            @Nullable String note) {}

    /**
     * @param table number of the duty table in force; missing before the first
     * @param leader the grid leader's name
     */
    @SchemaName("CellDuties")
    record CellDuties(
            String cell,
            String name,
            String committee,
            @Nullable Integer table,
            @Nullable LocalDate from,
            @Nullable String leader,
            List<CellDuty> items) {}

    @SchemaName("FormerDuty")
    record FormerDuty(String title, String gridTitle, String holder, double share) {}

    @SchemaName("DutyRoute")
    record RouteView(CellDuties after, List<FormerDuty> before) {}

    @SchemaName("ComparedPlace")
    record PlaceView(String key, int cells, Side before, Side after) {}

    /** @param holder who was found for it; missing where still nobody */
    @SchemaName("UnheldDuty")
    record UnheldView(
            String cell, String department, @Nullable String holder) {}

    @SchemaName("SharedDuty")
    record TwiceView(String leads, String leading, String other, String second, List<String> categories, int cells) {}

    @SchemaName("HeavyLoad")
    record LoadView(String holder, List<String> departments, int cells) {}

    @SchemaName("GridComparison")
    record ComparisonView(
            List<PlaceView> places,
            List<UnheldView> unheld,
            List<TwiceView> twice,
            List<LoadView> heavy,
            int cellsMax) {}

    static CellDuties of(InCell in, GridWords words) {
        boolean anybody = in.held().stream().anyMatch(Held::answers);
        List<CellDuty> duties = new ArrayList<>();
        for (Held held : in.held()) duties.add(duty(held, anybody && duties.isEmpty(), words));
        return new CellDuties(
                in.cell().code(),
                words.of(in.cell()),
                in.cell().committee(),
                in.table() == null ? null : in.table().number(),
                in.table() == null ? null : in.table().from(),
                in.leader() == null ? null : words.of(in.leader()),
                List.copyOf(duties));
    }

    private static CellDuty duty(Held held, boolean leads, GridWords words) {
        Grid grid = held.grid();
        return new CellDuty(
                held.department().code(),
                words.of(held.department()),
                held.department().unit().value(),
                grid == null ? null : grid.code(),
                grid == null ? null : words.of(grid),
                grid == null ? null : words.of(grid.holder()),
                held.answers(),
                leads,
                grid == null
                        ? List.of()
                        : grid.duties().stream()
                                .map(duty -> DutyView.of(duty, words))
                                .toList(),
                held.line().reason());
    }

    static RouteView of(Route route, GridWords words) {
        return new RouteView(
                of(route.after(), words),
                route.before().stream().map(one -> former(one, words)).toList());
    }

    private static FormerDuty former(Formerly one, GridWords words) {
        return new FormerDuty(
                words.of(one.department()),
                words.of(one.grid()),
                words.of(one.grid().holder()),
                one.share());
    }

    static ComparisonView of(Comparison compared, int cellsMax, GridWords words) {
        return new ComparisonView(
                compared.places().stream()
                        .map(one -> new PlaceView(one.key(), one.cells(), one.before(), one.after()))
                        .toList(),
                compared.unheld().stream()
                        .map(one -> new UnheldView(
                                one.cell(),
                                one.department(),
                                one.after() == null
                                        ? null
                                        : words.of(one.after().holder())))
                        .toList(),
                compared.twice().stream().map(one -> twice(one, words)).toList(),
                compared.heavy().stream()
                        .map(one -> new LoadView(words.of(one.holder()), one.departments(), one.cells()))
                        .toList(),
                cellsMax);
    }

    private static TwiceView twice(Comparison.Twice one, GridWords words) {
        return new TwiceView(
                one.leads(),
                words.of(one.leading()),
                one.other(),
                words.of(one.second()),
                one.leading().categories(),
                one.cells());
    }
}
