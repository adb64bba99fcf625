package org.yiwang.grids.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place where another table gives a cell to somebody else.
 *
 * @param before and {@code after}: null for nobody
 * @param open whether a person has to decide about the second first
 */
public record Touch(
        String cell,
        String department,
        @Nullable Held before,
        @Nullable Held after,
        boolean open) {

    public record Held(String grid, String name, @Nullable String nameEn, Holder holder) {
        static Held of(Grid grid) {
            return new Held(grid.code(), grid.name(), grid.nameEn(), grid.holder());
        }
    }

    /** What the draft would change; open conflicts count, whoever leads in them. */
    public static List<Touch> between(List<Line> before, Map<String, Survey> past, Draft draft) {
        Map<String, Line> known = new HashMap<>();
        before.forEach(line -> known.put(MergeGrids.key(line.department(), line.cell()), line));
        Map<String, Survey> present = new HashMap<>();
        draft.surveys().forEach(survey -> present.put(survey.department().code(), survey));
        List<Touch> touches = new ArrayList<>();
        for (Line line : draft.lines()) {
            Held now = held(line, present);
            Held then = held(known.get(MergeGrids.key(line.department(), line.cell())), past);
            if (line.isOpen() || !isSame(then, now))
                touches.add(new Touch(line.cell(), line.department(), then, now, line.isOpen()));
        }
        return touches;
    }

    private static boolean isSame(@Nullable Held a, @Nullable Held b) {
        if (a == null || b == null) return a == null && b == null;
        return a.grid().equals(b.grid())
                && Objects.equals(a.holder().key(), b.holder().key());
    }

    private static @Nullable Held held(@Nullable Line line, Map<String, Survey> surveys) {
        if (line == null || line.grid() == null) return null;
        Survey survey = surveys.get(line.department());
        Grid grid = survey == null ? null : survey.grids().get(line.grid());
        return grid == null ? null : Held.of(grid);
    }
}
