package org.yiwang.grids.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.model.Draft;
import org.yiwang.grids.model.Finding;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Line;
import org.yiwang.grids.model.Ruling;
import org.yiwang.grids.model.Survey;
import org.yiwang.grids.model.Touch;
import org.yiwang.platform.contract.SchemaName;

/**
 * The duty table as it would be from a day on.
 *
 * @param tag to be given back by whoever publishes it
 * @param open conflicts that a person has still to decide
 * @param points cells that are not plain: conflicts, decided or not, and gaps
 * @param touches what it changes of the table in force
 */
@SchemaName("GridMerge")
record MergeView(
        LocalDate day, String tag, int lines, int open, int gaps, List<Point> points, List<TouchView> touches) {

    /**
     * A cell of a department that is not plain.
     *
     * @param grid whom it falls to; missing for nobody
     * @param note why a person decided so
     */
    @SchemaName("GridPoint")
    record Point(
            String cell,
            String department,
            Finding finding,
            boolean open,
            @Nullable String grid,
            List<Part> parts,
            @Nullable String note,
            @Nullable String name) {}

    /** @param share of the cell, 0 to 1 */
    @SchemaName("GridShare")
    record Part(String grid, String title, String holder, double share) {}

    /** @param grid missing for nobody */
    @SchemaName("GridRuling")
    record RulingView(
            String cell, String department, @Nullable String grid, String note, String name, Instant at) {
        static RulingView of(Ruling ruling) {
            return new RulingView(
                    ruling.cell(), ruling.department(), ruling.grid(), ruling.reason(), ruling.by(), ruling.at());
        }
    }

    static MergeView of(LocalDate day, Draft draft, List<Touch> touches, GridWords words) {
        Map<String, Survey> surveys = new HashMap<>();
        draft.surveys().forEach(survey -> surveys.put(survey.department().code(), survey));
        List<Point> points = draft.lines().stream()
                .filter(line -> line.finding() != Finding.CLEAR || line.decidedBy() != null)
                .flatMap(line ->
                        Stream.ofNullable(surveys.get(line.department())).map(survey -> point(line, survey, words)))
                .toList();
        long gaps = draft.lines().stream().filter(line -> line.grid() == null).count();
        return new MergeView(
                day,
                draft.tag(),
                draft.lines().size(),
                draft.open().size(),
                (int) gaps,
                points,
                touches.stream().map(touch -> TouchView.of(touch, words)).toList());
    }

    private static Point point(Line line, Survey survey, GridWords words) {
        List<Part> parts = survey.shares().getOrDefault(line.cell(), List.of()).stream()
                .flatMap(share -> Stream.ofNullable(survey.grids().get(share.grid()))
                        .map(grid -> part(grid, share.share(), words)))
                .toList();
        return new Point(
                line.cell(),
                line.department(),
                line.finding(),
                line.isOpen(),
                line.grid(),
                parts,
                line.reason(),
                line.decidedBy());
    }

    private static Part part(Grid grid, double share, GridWords words) {
        return new Part(grid.code(), words.of(grid), words.of(grid.holder()), share);
    }
}
