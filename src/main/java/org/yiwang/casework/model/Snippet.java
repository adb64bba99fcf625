package org.yiwang.casework.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a text around the words that were looked for.
 *
 * @param parts one after the other; those that were looked for are marked
 */
public record Snippet(List<Stretch> parts) {
    private static final int BEFORE_MAX = 16;
    private static final int CHARACTERS_MAX = 64;

    /** @param isFound whether it was looked for */
    public record Stretch(String text, boolean isFound) {}

    private record Span(int from, int to) {}

    /** None when none of the words stands in the text. */
    public static Optional<Snippet> of(String text, List<String> words) {
        List<Span> spans = spans(text, words);
        if (spans.isEmpty()) return Optional.empty();
        int begin = onCharacter(text, Math.max(0, spans.getFirst().from - BEFORE_MAX));
        int end = onCharacter(text, Math.min(text.length(), Math.max(begin + CHARACTERS_MAX, spans.getFirst().to)));
        List<Stretch> parts = new ArrayList<>();
        int at = begin;
        if (begin > 0) parts.add(new Stretch("…", false));
        for (Span span : spans) {
            if (span.to > end) break;
            if (span.to <= at) continue;
            int from = Math.max(at, span.from);
            if (from > at) parts.add(new Stretch(text.substring(at, from), false));
            parts.add(new Stretch(text.substring(from, span.to), true));
            at = span.to;
        }
        if (end > at) parts.add(new Stretch(text.substring(at, end), false));
        if (end < text.length()) parts.add(new Stretch("…", false));
        return Optional.of(new Snippet(parts));
    }

    private static List<Span> spans(String text, List<String> words) {
        Grams.Plain plain = Grams.plain(text);
        List<Span> spans = new ArrayList<>();
        for (String word : words)
            for (int at = plain.text().indexOf(word); at >= 0; at = plain.text().indexOf(word, at + word.length()))
                spans.add(span(text, plain.origin(), at, at + word.length() - 1));
        spans.sort(Comparator.comparingInt(Span::from));
        return spans;
    }

    private static Span span(String text, List<Integer> origin, int first, int last) {
        int to = origin.get(last);
        return new Span(origin.get(first), to + Character.charCount(text.codePointAt(to)));
    }

    /** Not between the two halves of a rare character. */
    private static int onCharacter(String text, int at) {
        boolean isHalf = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return isHalf ? at - 1 : at;
    }
}
