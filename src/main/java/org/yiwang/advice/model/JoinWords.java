package org.yiwang.advice.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs of ideographs that follow or overlap each other in a text, put together to words that a person can read. */
final class JoinWords {
    private static final double WORTH_SAYING = 0.7;
    private static final int CHARACTERS_MAX = 8;

    private JoinWords() {}

    private record Piece(int from, int to, double weight) {}

    /** The weightiest words, without repetition. */
    static List<String> of(String text, Map<String, List<Traits.Span>> own, Map<String, Double> weights, int most) {
        List<Piece> pieces = new ArrayList<>();
        weights.forEach((trait, weight) -> {
            if (weight < WORTH_SAYING) return;
            for (Traits.Span span : own.getOrDefault(trait, List.of()))
                pieces.add(new Piece(span.from(), span.to(), weight));
        });
        pieces.sort(Comparator.comparingInt(Piece::from));
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && piece.from < last.to && piece.to - last.from <= CHARACTERS_MAX)
                joined.set(
                        joined.size() - 1,
                        new Piece(last.from, Math.max(last.to, piece.to), last.weight + piece.weight));
            else joined.add(piece);
        }
        Map<String, Double> words = new LinkedHashMap<>();
        for (Piece piece : joined) words.merge(text.substring(piece.from, piece.to), piece.weight, Math::max);
        return words.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
