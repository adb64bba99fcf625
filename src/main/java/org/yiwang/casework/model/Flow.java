package org.yiwang.casework.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.worktime.Limit;

/** The flow table in force: every transition, the ladder of supervision and the bounds. Checked as a whole when it is made. */
public final class Flow {
    public static final int UNDO_SECONDS_MAX = 60;

    /** The table as it is written in its file. */
    public record Source(Map<ClockName, List<Reckoning.Rung>> ladder, Bounds bounds, List<Row> transitions) {}

    /** One written row. */
    public record Row(
            String action,
            List<Stage> from,
            @Nullable Stage to,
            List<String> who,
            @Nullable List<String> needs,
            @Nullable List<String> guards,
            @Nullable Map<String, List<String>> clocks,
            @Nullable List<String> effects,
            Transition.Style style,
            @Nullable Boolean undo) {}

    /**
     * The table's numbers.
     *
     * @param returns how many returns are granted before arbitration
     * @param reworkShare per cent of the handling limit
     * @param contactApart how long after an attempt to reach somebody another one is at a different time
     */
    public record Bounds(
            int returns,
            Limit returnWithin,
            Limit reopenWithin,
            int reworkShare,
            int children,
            int contactAttempts,
            Limit contactApart) {}

    private final Map<Stage, Map<String, Transition>> table = new EnumMap<>(Stage.class);
    private final Map<ClockName, List<Reckoning.Rung>> ladder;
    private final Bounds bounds;
    private final Set<String> actions = new LinkedHashSet<>();

    public Flow(Source source) {
        this.ladder = new EnumMap<>(source.ladder());
        this.bounds = source.bounds();
        for (Row row : source.transitions()) {
            Transition transition = transition(row);
            check(transition);
            actions.add(transition.action());
            for (Stage stage : transition.from()) {
                table.computeIfAbsent(stage, s -> new HashMap<>()).put(transition.action(), transition);
            }
        }
    }

    public Optional<Transition> find(Stage stage, String action) {
        return Optional.ofNullable(table.getOrDefault(stage, Map.of()).get(action));
    }

    /** The rows that start in this stage, in the order of the table. */
    public List<Transition> from(Stage stage) {
        Map<String, Transition> rows = table.getOrDefault(stage, Map.of());
        return actions.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    Stream<Transition> transitions(String action) {
        return table.values().stream().map(rows -> rows.get(action)).filter(Objects::nonNull);
    }

    public Set<String> actions() {
        return actions;
    }

    public Bounds bounds() {
        return bounds;
    }

    public Map<ClockName, List<Reckoning.Rung>> ladder() {
        return ladder;
    }

    private static Transition transition(Row row) {
        return new Transition(
                row.action(),
                EnumSet.copyOf(row.from()),
                row.to(),
                row.who().stream().map(Who::parse).toList(),
                list(row.needs()).stream().map(Transition.Need::parse).toList(),
                list(row.guards()),
                row.clocks() == null ? Map.of() : row.clocks(),
                list(row.effects()),
                row.style(),
                Boolean.TRUE.equals(row.undo()));
    }

    private static List<String> list(@Nullable List<String> maybe) {
        return maybe == null ? List.of() : maybe;
    }

    private static void check(Transition row) {
        for (String guard : row.guards()) require(row, "guard", guard, Guards.NAMES);
        for (String effect : row.effects()) require(row, "effect", effect, Consequences.NAMES);
        for (String verb : row.clocks().keySet()) require(row, "clock verb", verb, ClockOrders.VERBS);
        row.clocks().values().forEach(names -> names.forEach(ClockOrders::names));
    }

    private static void require(Transition row, String what, String name, Set<String> known) {
        if (known.contains(name)) return;
        throw new IllegalArgumentException(
                "flow table, action %s: there is no %s \"%s\". Known: %s".formatted(row.action(), what, name, known));
    }
}
