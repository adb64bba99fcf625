package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Territory;

/** The departments' grids of the demonstration, put together from the cells of the map. The same seed gives the same. */
public final class PlannedGrids {
    private static final int SHARE_FROM = 26;
    private static final int SHARE_TO = 44;

    /** @param later its next grid, where it redraws it */
    public record Drawn(Department department, List<Grid> first, Optional<List<Grid>> later) {}

    private final YearPlan.Grids figures;
    private final Territory territory;
    private final CellMosaic mosaic;
    private final GridBook book;
    private final List<Staff> people;
    private final long seed;
    private final Map<String, Map<String, Integer>> regions = new HashMap<>();
    private final Map<String, Map<Integer, Geometry>> shapes = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private PlannedGrids(YearPlan.Grids figures, long seed, Territory territory, GridBook book, List<Staff> people) {
        this.figures = figures;
        this.territory = territory;
        this.mosaic = new CellMosaic(territory);
        this.book = book;
        this.people = people;
        this.seed = seed;
    }

    /** In the departments' order; none where the year has no grids. */
    public static List<Drawn> of(YearPlan year, Territory territory, GridBook book, List<Staff> people) {
        if (year.grids() == null) return List.of();
        return new PlannedGrids(year.grids(), year.seed(), territory, book, people).draw();
    }

    private List<Drawn> draw() {
        List<GridBook.Entry> entries = book.departments().stream()
                .filter(entry -> figures.departments().containsKey(entry.code()))
                .toList();
        entries.forEach(this::layOut);
        Dice dice = new Dice(seed, "grids", 0);
        for (int i = 0; i < figures.split(); i++)
            split(entries.get(i % entries.size()).code(), dice);
        for (int i = 0; i < figures.gaps(); i++)
            leaveOut(entries.get((i + 1) % entries.size()).code(), dice);
        List<Drawn> drawn = new ArrayList<>();
        for (GridBook.Entry entry : entries) {
            Department department = entry.department(drawn.size() + 1);
            drawn.add(new Drawn(department, grids(entry), later(entry, dice)));
        }
        return drawn;
    }

    private void layOut(GridBook.Entry entry) {
        int count = figures.departments().getOrDefault(entry.code(), 0);
        Map<String, Integer> ofCells = entry.follows() == GridBook.Follows.COMMITTEES
                ? mosaic.within(count)
                : mosaic.around(count, new Dice(seed, "grids " + entry.code(), 0));
        Map<Integer, List<Geometry>> pieces = new TreeMap<>();
        ofCells.forEach((cell, region) ->
                pieces.computeIfAbsent(region, any -> new ArrayList<>()).add(mosaic.shape(cell)));
        Map<Integer, Geometry> whole = new TreeMap<>();
        pieces.forEach((region, cells) -> whole.put(region, OverlayNGRobust.union(cells)));
        regions.put(entry.code(), ofCells);
        shapes.put(entry.code(), whole);
    }

    /** A cell at the rim of a region, and the region next to it. */
    private record Rim(String cell, int own, String neighbour, int other) {}

    private Rim rim(String department, Dice dice) {
        Map<String, Integer> ofCells = regionsOf(department);
        for (String cell : dice.shuffled(ofCells.keySet())) {
            int own = ofCells.getOrDefault(cell, 0);
            for (String neighbour : mosaic.neighbours(cell)) {
                int other = ofCells.getOrDefault(neighbour, own);
                if (other != own && used.add(department + cell)) return new Rim(cell, own, neighbour, other);
            }
        }
        throw new IllegalStateException("No cell of %s lies at a rim".formatted(department));
    }

    private Map<String, Integer> regionsOf(String department) {
        return Objects.requireNonNull(regions.get(department), department);
    }

    private void split(String department, Dice dice) {
        Rim rim = rim(department, dice);
        double share = dice.between(SHARE_FROM, SHARE_TO) / 100.0;
        give(department, rim, CutCell.towards(mosaic.shape(rim.cell()), mosaic.shape(rim.neighbour()), share));
    }

    private void move(String department, Dice dice) {
        Rim rim = rim(department, dice);
        give(department, rim, mosaic.shape(rim.cell()));
        regionsOf(department).put(rim.cell(), rim.other());
    }

    private void give(String department, Rim rim, Geometry piece) {
        Map<Integer, Geometry> whole = Objects.requireNonNull(shapes.get(department));
        whole.computeIfPresent(rim.own(), (region, shape) -> CutCell.minus(shape, piece));
        whole.computeIfPresent(rim.other(), (region, shape) -> CutCell.plus(shape, piece));
    }

    private void leaveOut(String department, Dice dice) {
        Rim rim = rim(department, dice);
        Map<Integer, Geometry> whole = Objects.requireNonNull(shapes.get(department));
        whole.computeIfPresent(rim.own(), (region, shape) -> CutCell.minus(shape, mosaic.shape(rim.cell())));
    }

    private Optional<List<Grid>> later(GridBook.Entry entry, Dice dice) {
        YearPlan.LaterGrid later = figures.later();
        if (later == null || !later.department().equals(entry.code())) return Optional.empty();
        for (int i = 0; i < later.moved(); i++) move(entry.code(), dice);
        for (int i = 0; i < later.split(); i++) split(entry.code(), dice);
        return Optional.of(grids(entry));
    }

    private List<Grid> grids(GridBook.Entry entry) {
        List<Grid> grids = new ArrayList<>();
        Objects.requireNonNull(shapes.get(entry.code())).forEach((region, shape) -> {
            String number = "%02d".formatted(region + 1);
            grids.add(new Grid(
                    entry.code().toUpperCase(Locale.ROOT) + "-" + number,
                    entry.grid().zh().replace("{n}", number),
                    entry.grid().en().replace("{n}", number),
                    holder(entry, region),
                    entry.duties(),
                    shape));
        });
        return grids;
    }

    /** Those of the department's people who go out, in turn; where grids follow committees, their inspectors. */
    private Holder holder(GridBook.Entry entry, int region) {
        boolean inspectors = entry.follows() == GridBook.Follows.COMMITTEES;
        String unit =
                inspectors ? committee(entry.code(), region) : entry.unit().value();
        List<Staff> able = people.stream()
                .filter(staff -> staff.unit().value().equals(unit))
                .filter(staff ->
                        inspectors ? staff.is(Role.INSPECTOR) : staff.is(Role.HANDLER) || staff.is(Role.UNIT_LEAD))
                .sorted(Comparator.comparing(Staff::login))
                .toList();
        if (able.isEmpty()) throw new IllegalStateException("Nobody of " + unit + " could hold a grid");
        Staff one = able.get(region % able.size());
        return new Holder(one.id(), one.name(), one.nameEn());
    }

    private String committee(String department, int region) {
        String cell = regionsOf(department).entrySet().stream()
                .filter(entry -> entry.getValue() == region)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Cell found = territory.cell(cell);
        return found == null ? "" : found.committee();
    }
}
