package org.yiwang.casework.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts cut for the full-text search: runs of ideographs into overlapping pairs, runs of other letters and digits into overlapping threes, and what is left
 * at a run's end, so that every part of a run begins some piece. No dictionary is needed, and any part of a word is found, as Chinese wants it.
 */
public final class Grams {
    private static final int OF_IDEOGRAPHS = 2;
    private static final int OF_LETTERS = 3;

    private Grams() {}

    /**
     * A text as it is compared: wide forms narrow, capitals small, blanks gone; with the place that each character had in the text.
     *
     * @param origin for each character of {@code text} the index of the character that it was
     */
    public record Plain(String text, List<Integer> origin) {}

    public static Plain plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        List<Integer> origin = new ArrayList<>(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (isBlank(character)) continue;
            String one = narrow(character);
            for (int i = 0; i < one.length(); i++) origin.add(at);
            plain.append(one);
        }
        return new Plain(plain.toString(), List.copyOf(origin));
    }

    /** The pieces of a text under which it is found. */
    public static Set<String> of(String text) {
        Set<String> pieces = new LinkedHashSet<>();
        for (int[] run : runs(text)) {
            int length = sizeOf(run[0]);
            for (int at = 0; at < run.length; at++) pieces.add(new String(run, at, Math.min(length, run.length - at)));
        }
        return pieces;
    }

    /**
     * The pieces that a text must have to contain this word, as PostgreSQL's tsquery; empty when the word has neither letter nor digit. A run shorter than a
     * piece is the beginning of one.
     */
    public static String query(String word) {
        Set<String> wanted = new LinkedHashSet<>();
        for (int[] run : runs(word)) {
            int length = sizeOf(run[0]);
            if (run.length < length) wanted.add("'" + new String(run, 0, run.length) + "':*");
            for (int at = 0; at + length <= run.length; at++) wanted.add("'" + new String(run, at, length) + "'");
        }
        return String.join(" & ", wanted);
    }

    /** As PostgreSQL's tsvector. */
    public static String vector(Set<String> pieces) {
        return pieces.stream().map(piece -> "'" + piece + "'").collect(Collectors.joining(" "));
    }

    private static List<int[]> runs(String text) {
        List<int[]> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int wide : text.codePoints().toArray()) {
            for (int character : narrow(wide).codePoints().toArray()) {
                boolean isLetter = Character.isLetterOrDigit(character);
                if (!run.isEmpty() && (!isLetter || sizeOf(run.getFirst()) != sizeOf(character))) end(run, runs);
                if (isLetter) run.add(character);
            }
        }
        end(run, runs);
        return runs;
    }

    private static void end(List<Integer> run, List<int[]> runs) {
        if (!run.isEmpty()) runs.add(run.stream().mapToInt(Integer::intValue).toArray());
        run.clear();
    }

    private static int sizeOf(int character) {
        return Character.isIdeographic(character) ? OF_IDEOGRAPHS : OF_LETTERS;
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    /** Character by character, so that places can be told; what letters and their marks would make together is left as it is. */
    private static String narrow(int character) {
        if (character < 0x80) return Character.toString(Character.toLowerCase(character));
        if (Character.isIdeographic(character) && character < 0xF900) return Character.toString(character);
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }
}
