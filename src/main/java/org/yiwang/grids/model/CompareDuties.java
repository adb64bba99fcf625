package org.yiwang.grids.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.model.Comparison.Load;
import org.yiwang.grids.model.Comparison.Place;
import org.yiwang.grids.model.Comparison.Twice;
import org.yiwang.grids.model.Comparison.Unheld;

/** Each department for itself, against one table for all. */
public final class CompareDuties {
    public static final String ALL = "all";

    private final List<Survey> surveys;
    private final Map<String, Survey> byCode = new HashMap<>();
    private final Map<String, List<Line>> byCell = new LinkedHashMap<>();

    public CompareDuties(List<Survey> surveys, List<Line> lines) {
        this.surveys = surveys;
        surveys.forEach(survey -> byCode.put(survey.department().code(), survey));
        List<String> order =
                surveys.stream().map(survey -> survey.department().code()).toList();
        lines.stream()
                .sorted(Comparator.comparing(Line::cell).thenComparingInt(line -> order.indexOf(line.department())))
                .forEach(line -> byCell.computeIfAbsent(line.cell(), any -> new ArrayList<>())
                        .add(line));
    }

    /**
     * @param place of a cell: itself, its committee, or one for all
     * @param cellsMax more than so many are too many for one person
     */
    public Comparison by(Function<String, String> place, int cellsMax) {
        return new Comparison(places(place), unheld(), twice(), heavy(cellsMax));
    }

    private record Sums(List<String> cells, Side.Sum before, Side.Sum after) {
        Sums() {
            this(new ArrayList<>(), new Side.Sum(), new Side.Sum());
        }
    }

    private List<Place> places(Function<String, String> place) {
        Map<String, Sums> sums = new TreeMap<>();
        byCell.forEach((cell, lines) -> {
            Sums sum = sums.computeIfAbsent(place.apply(cell), any -> new Sums());
            sum.cells().add(cell);
            surveys.forEach(survey -> before(survey, cell, sum.before()));
            lines.forEach(line -> after(line, sum.after()));
        });
        return sums.entrySet().stream()
                .map(entry -> new Place(
                        entry.getKey(),
                        entry.getValue().cells().size(),
                        entry.getValue().before().side(),
                        entry.getValue().after().side()))
                .toList();
    }

    private static void before(Survey survey, String cell, Side.Sum sum) {
        List<Grid> grids = gridsOver(survey, cell);
        grids.forEach(grid -> sum.add(survey.department().code(), grid.code(), grid));
        sum.count(grids.size());
    }

    private void after(Line line, Side.Sum sum) {
        Grid grid = grid(line);
        if (grid != null) sum.add(ALL, line.cell(), grid);
        sum.count(grid == null ? 0 : 1);
    }

    /** Those of a department that have a part of the cell worth the name, the largest first. */
    public static List<Grid> gridsOver(Survey survey, String cell) {
        return survey.shares().getOrDefault(cell, List.of()).stream()
                .filter(share -> share.share() >= ProposeHolders.TOUCHED)
                .flatMap(share -> Stream.ofNullable(survey.grids().get(share.grid())))
                .toList();
    }

    private @Nullable Grid grid(Line line) {
        Survey survey = byCode.get(line.department());
        return survey == null || line.grid() == null ? null : survey.grids().get(line.grid());
    }

    private List<Unheld> unheld() {
        return byCell.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.finding() == Finding.GAP || line.grid() == null)
                .map(line -> new Unheld(line.cell(), line.department(), grid(line)))
                .toList();
    }

    private record Pair(String leads, Duty leading, String other, Duty second) {}

    private List<Twice> twice() {
        Map<Pair, Integer> cells = new LinkedHashMap<>();
        for (List<Line> lines : byCell.values())
            for (int i = 0; i < lines.size(); i++)
                for (int j = i + 1; j < lines.size(); j++)
                    pairs(lines.get(i), lines.get(j)).forEach(pair -> cells.merge(pair, 1, Integer::sum));
        return cells.entrySet().stream()
                .map(entry -> new Twice(
                        entry.getKey().leads(),
                        entry.getKey().leading(),
                        entry.getKey().other(),
                        entry.getKey().second(),
                        entry.getValue()))
                .toList();
    }

    private Set<Pair> pairs(Line a, Line b) {
        Grid first = grid(a);
        Grid second = grid(b);
        Set<Pair> pairs = new LinkedHashSet<>();
        if (first == null || second == null) return pairs;
        for (Duty one : first.duties())
            for (Duty other : second.duties()) if (one.meets(other)) pairs.add(pair(a, one, b, other));
        return pairs;
    }

    private static Pair pair(Line a, Duty one, Line b, Duty other) {
        boolean turned = length(other) > length(one);
        return turned
                ? new Pair(b.department(), other, a.department(), one)
                : new Pair(a.department(), one, b.department(), other);
    }

    private static int length(Duty duty) {
        return duty.categories().stream().mapToInt(String::length).max().orElse(0);
    }

    private List<Load> heavy(int cellsMax) {
        Map<String, Holder> holders = new HashMap<>();
        Map<String, Set<String>> cells = new HashMap<>();
        Map<String, Set<String>> departments = new HashMap<>();
        byCell.values().stream().flatMap(List::stream).forEach(line -> {
            Grid grid = grid(line);
            if (grid == null) return;
            String key = grid.holder().key();
            holders.put(key, grid.holder());
            cells.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(line.cell());
            departments.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(line.department());
        });
        return holders.entrySet().stream()
                .map(entry -> new Load(
                        entry.getValue(),
                        List.copyOf(departments.getOrDefault(entry.getKey(), Set.of())),
                        cells.getOrDefault(entry.getKey(), Set.of()).size()))
                .filter(load -> load.cells() > cellsMax)
                .sorted(Comparator.comparingInt((Load load) -> -load.cells())
                        .thenComparing(load -> load.holder().name()))
                .toList();
    }
}
