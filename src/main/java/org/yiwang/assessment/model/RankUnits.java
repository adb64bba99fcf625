package org.yiwang.assessment.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every unit of every board comes to, and its rank there: equal shown scores share a rank, and the next one is skipped. */
public final class RankUnits {
    private RankUnits() {}

    /** @param rank missing for units with fewer orders than are ranked, and for the sub-district as a whole */
    public record Ranked(
            Board board,
            String unit,
            int orders,
            Score score,
            @Nullable Integer rank) {
        Ranked at(int place) {
            return new Ranked(board, unit, orders, score, place);
        }
    }

    public static List<Ranked> of(Scheme scheme, Collection<Line> lines) {
        List<Ranked> ranked = new ArrayList<>();
        for (Board board : Board.values()) ranked.addAll(board(board, scheme, lines));
        return ranked;
    }

    private static List<Ranked> board(Board board, Scheme scheme, Collection<Line> lines) {
        Map<String, List<Line>> byUnit = new TreeMap<>();
        if (board == Board.ALL) byUnit.put(Board.WHOLE, new ArrayList<>());
        for (Line line : lines) {
            String unit = board.unit(line);
            if (unit != null)
                byUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(line);
        }
        List<Ranked> units = new ArrayList<>();
        byUnit.forEach((unit, own) -> units.add(new Ranked(board, unit, orders(own), Score.of(scheme, own), null)));
        List<Ranked> entitled = board == Board.ALL
                ? List.of()
                : units.stream()
                        .filter(one -> one.orders() >= scheme.rankedFrom())
                        .toList();
        return units.stream()
                .map(one -> entitled.contains(one) ? one.at(rank(one.score(), entitled)) : one)
                .sorted(Comparator.comparing((Ranked one) -> one.score().total())
                        .reversed())
                .toList();
    }

    private static int orders(Collection<Line> lines) {
        Set<UUID> cases = new HashSet<>();
        for (Line line : lines) cases.add(line.caseId());
        return cases.size();
    }

    private static int rank(Score score, List<Ranked> all) {
        long ahead = all.stream()
                .filter(other -> other.score().shown().compareTo(score.shown()) > 0)
                .count();
        return (int) ahead + 1;
    }
}
