package org.yiwang.advice.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What of a text is learned: ideographs singly and in pairs, and words of Latin letters. Digits are left out altogether, so that no telephone number, house number or
 * date becomes a trait; a name does not either, because a trait must stand in several matters ({@link Bayes#MATTERS_MIN}).
 */
final class Traits {
    private static final int PAIR = 2;
    private static final int LETTERS_MIN = 2;
    static final int CHARACTERS_MAX = 2_000;

    private Traits() {}

    /** Where a trait stands in the text. */
    record Span(int from, int to) {}

    /** The traits of a text, each with the places where it stands. */
    static Map<String, List<Span>> of(String text) {
        Map<String, List<Span>> traits = new LinkedHashMap<>();
        int end = Math.min(text.length(), CHARACTERS_MAX);
        int at = 0;
        while (at < end) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            if (Character.isIdeographic(character)) {
                add(traits, text, at, next);
                if (next < end && Character.isIdeographic(text.codePointAt(next)))
                    add(traits, text, at, next + Character.charCount(text.codePointAt(next)));
            } else if (Character.isLetter(character)) {
                while (next < end && isWestern(text.codePointAt(next)))
                    next += Character.charCount(text.codePointAt(next));
                if (next - at >= LETTERS_MIN) add(traits, text, at, next);
            }
            at = next;
        }
        return traits;
    }

    /** Single ideographs help to tell categories apart but say little to a reader. */
    static boolean isWord(String trait) {
        return trait.codePointCount(0, trait.length()) >= PAIR;
    }

    private static boolean isWestern(int character) {
        return Character.isLetter(character) && !Character.isIdeographic(character);
    }

    private static void add(Map<String, List<Span>> traits, String text, int from, int to) {
        traits.computeIfAbsent(text.substring(from, to).toLowerCase(Locale.ROOT), ignored -> new ArrayList<>())
                .add(new Span(from, to));
    }
}
