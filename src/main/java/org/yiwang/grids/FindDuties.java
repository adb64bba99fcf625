package org.yiwang.grids;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.grids.model.CompareDuties;
import org.yiwang.grids.model.Comparison;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.model.DutyTable;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.grids.model.Line;
import org.yiwang.grids.model.Survey;
import org.yiwang.grids.store.DutyTableStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** Who answers for what where, by the duty table of a day. */
@Service
public class FindDuties {
    private final DutyTableStore tables;
    private final Surveys surveys;
    private final Territories territories;

    FindDuties(DutyTableStore tables, Surveys surveys, Territories territories) {
        this.tables = tables;
        this.surveys = surveys;
        this.territories = territories;
    }

    /**
     * A department's person in a cell.
     *
     * @param grid null where the department has nobody there
     * @param closeness how closely the category asked for is meant; {@link Duty#NOT} where it is not
     */
    public record Held(Department department, @Nullable Grid grid, Line line, int closeness) {
        public boolean answers() {
            return closeness != Duty.NOT;
        }
    }

    /**
     * All who answer for something in a cell: for the category asked for first, the most closely meant leading.
     *
     * @param table null where none is in force yet
     */
    public record InCell(
            Cell cell, @Nullable DutyTable table, @Nullable Holder leader, List<Held> held) {}

    /** Whom a matter would have come to while each department kept to itself. */
    public record Formerly(Department department, Grid grid, double share) {}

    public record Route(InCell after, List<Formerly> before) {}

    public InCell in(Tenant tenant, String code, @Nullable String category, LocalDate day) {
        Cell cell = cell(tenant, code);
        Optional<DutyTable> table = tables.inForce(tenant, day);
        if (table.isEmpty()) return new InCell(cell, null, null, List.of());
        int number = table.get().number();
        List<Line> lines = tables.lines(tenant, number, code);
        List<Held> held = surveys.of(tenant, lines).stream()
                .flatMap(survey -> held(survey, lines, category))
                .sorted(Comparator.comparingInt((Held one) -> -one.closeness())
                        .thenComparingInt(one -> one.department().rank()))
                .toList();
        Holder leader = tables.leaders(tenant, number).stream()
                .filter(one -> one.area().value().equals(cell.area()))
                .map(one -> one.person())
                .findFirst()
                .orElse(null);
        return new InCell(cell, table.get(), leader, held);
    }

    public Route route(Tenant tenant, String code, String category, LocalDate day) {
        InCell after = in(tenant, code, category, day);
        List<Line> lines = after.held().stream().map(Held::line).toList();
        List<Formerly> before = surveys.of(tenant, lines).stream()
                .flatMap(survey -> formerly(survey, code, category))
                .toList();
        return new Route(after, before);
    }

    /** Before and after, for the table in force on the day; empty where none is. */
    public Comparison compare(Tenant tenant, String by, int cellsMax, LocalDate day) {
        List<Line> lines = tables.inForce(tenant, day)
                .map(table -> tables.lines(tenant, table.number()))
                .orElse(List.of());
        Territory territory = territories.of(tenant);
        return new CompareDuties(surveys.of(tenant, lines), lines).by(cell -> place(territory, cell, by), cellsMax);
    }

    /** The table in force on the day, cell by cell; only one committee's part where it is named. */
    public List<Held> all(Tenant tenant, @Nullable String committee, LocalDate day) {
        Territory territory = territories.of(tenant);
        List<Line> lines = tables.inForce(tenant, day)
                .map(table -> tables.lines(tenant, table.number()))
                .orElse(List.of());
        List<Line> wanted = lines.stream()
                .filter(line -> committee == null || committee.equals(place(territory, line.cell(), "committee")))
                .toList();
        return surveys.of(tenant, wanted).stream()
                .flatMap(survey -> held(survey, wanted, null))
                .toList();
    }

    private static Stream<Held> held(Survey survey, List<Line> lines, @Nullable String category) {
        return lines.stream()
                .filter(line -> line.department().equals(survey.department().code()))
                .map(line -> {
                    Grid grid = line.grid() == null ? null : survey.grids().get(line.grid());
                    int closeness = grid == null || category == null ? Duty.NOT : grid.closeness(category);
                    return new Held(survey.department(), grid, line, closeness);
                });
    }

    private static Stream<Formerly> formerly(Survey survey, String cell, String category) {
        return CompareDuties.gridsOver(survey, cell).stream()
                .filter(grid -> grid.closeness(category) != Duty.NOT)
                .map(grid -> new Formerly(
                        survey.department(), grid, survey.propose(cell).shareOf(grid.code())));
    }

    private Cell cell(Tenant tenant, String code) {
        Cell cell = territories.of(tenant).cell(code);
        if (cell == null) throw Refusal.notFound("grids.no-cell", code).exception();
        return cell;
    }

    private static String place(Territory territory, String code, String by) {
        Cell cell = territory.cell(code);
        return switch (by) {
            case "all" -> CompareDuties.ALL;
            case "cell" -> code;
            case "committee" -> cell == null ? "-" : cell.committee();
            default -> throw Refusal.invalid("by", "grids.unknown-place", by).exception();
        };
    }
}
