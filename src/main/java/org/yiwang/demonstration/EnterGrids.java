package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.GridBook;
import org.yiwang.demonstration.plan.PlannedGrids;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.grids.DecideConflict;
import org.yiwang.grids.DraftDuties;
import org.yiwang.grids.KeepDepartments;
import org.yiwang.grids.PublishDuties;
import org.yiwang.grids.TakeInGrid;
import org.yiwang.grids.model.Draft;
import org.yiwang.grids.model.Finding;
import org.yiwang.grids.model.Line;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Territories;
import org.yiwang.worktime.WorkCalendar;

/** Hands in the demonstration's departments' grids, decides what they dispute, and publishes the duty table. */
@Component
class EnterGrids {
    private static final int HOUR = 9;

    private final KeepDepartments departments;
    private final TakeInGrid grids;
    private final DraftDuties draft;
    private final DecideConflict decide;
    private final PublishDuties publish;
    private final Territories territories;
    private final People people;

    EnterGrids(
            KeepDepartments departments,
            TakeInGrid grids,
            DraftDuties draft,
            DecideConflict decide,
            PublishDuties publish,
            Territories territories,
            People people) {
        this.departments = departments;
        this.grids = grids;
        this.draft = draft;
        this.decide = decide;
        this.publish = publish;
        this.territories = territories;
        this.people = people;
    }

    void enter(Tenant tenant, YearPlan year, Path texts) throws IOException {
        YearPlan.Grids figures = year.grids();
        if (figures == null) return;
        GridBook book = GridBook.read(texts);
        List<Staff> all = people.all(tenant);
        Staff clerk = all.stream()
                .filter(staff -> staff.is(Role.SUPERVISOR))
                .findFirst()
                .orElseThrow();
        List<PlannedGrids.Drawn> drawn = PlannedGrids.of(year, territories.of(tenant), book, all);
        for (PlannedGrids.Drawn one : drawn) {
            String code = departments.keep(clerk, one.department()).code();
            grids.keep(clerk, code, one.first(), figures.since(), book.notes().first(), morning(figures.since()));
        }
        merge(clerk, figures, book);
        YearPlan.LaterGrid later = figures.later();
        if (later == null) return;
        for (PlannedGrids.Drawn one : drawn)
            one.later()
                    .ifPresent(redrawn -> grids.keep(
                            clerk,
                            one.department().code(),
                            redrawn,
                            later.from(),
                            book.notes().later(),
                            morning(later.from())));
    }

    private void merge(Staff clerk, YearPlan.Grids figures, GridBook book) {
        LocalDate day = figures.merged();
        Draft now = draft.on(clerk.tenant(), day);
        List<Line> gaps = now.lines().stream()
                .filter(line -> line.finding() == Finding.GAP)
                .limit(figures.filled())
                .toList();
        int number = 0;
        for (Line line : now.open()) decide(clerk, line, line.grid(), book.reasons(), number++, day);
        for (Line line : gaps)
            decide(clerk, line, nextTo(now, line), List.of(book.notes().filled()), 0, day);
        publish.publish(clerk, day, book.notes().merged(), null, morning(day));
    }

    private void decide(
            Staff clerk, Line line, @Nullable String grid, List<String> reasons, int number, LocalDate day) {
        String reason = reasons.get(number % reasons.size());
        decide.decide(clerk, line.cell(), line.department(), grid, reason, day, morning(day));
    }

    /** The department's grid in the cell before: codes follow the ground. */
    private static @Nullable String nextTo(Draft draft, Line gap) {
        return draft.lines().stream()
                .filter(line -> line.department().equals(gap.department()) && line.grid() != null)
                .filter(line -> line.cell().compareTo(gap.cell()) < 0)
                .reduce((first, last) -> last)
                .map(Line::grid)
                .orElse(null);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(HOUR, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
