package org.yiwang.casework.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody looks for, read from what was typed: words between blanks, all of which a case must have.
 *
 * @param words in plain form
 * @param phrase all of them in a row; what has them so comes first
 * @param pieces what the index is asked for, without regard to who asks
 * @param patterns what must stand in the text, for LIKE; a word that names a unit may stand for the unit instead
 */
public record Wanted(List<String> words, String phrase, String pieces, List<String> patterns) {
    public static final int CHARACTERS_MAX = 200;
    private static final int WORDS_MAX = 8;

    /** @param unitsNamed for a word the marks of the units whose name has it */
    public static Wanted of(String typed, Map<String, Set<String>> unitsNamed) {
        List<String> words = words(typed);
        List<String> asked = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (String word : words) {
            Set<String> marks = unitsNamed.getOrDefault(word, Set.of());
            String pieces = Grams.query(word);
            if (marks.isEmpty()) patterns.add(pattern(word));
            asked.add(Stream.concat(
                            Stream.of(pieces).filter(one -> !one.isEmpty()).map(one -> "(" + one + ")"),
                            marks.stream().map(mark -> "'" + mark + "'"))
                    .collect(Collectors.joining(" | ", "(", ")")));
        }
        return new Wanted(words, String.join("", words), String.join(" & ", asked), patterns);
    }

    /** The words of what was typed; those without letter or digit are left out, since no index finds them. */
    public static List<String> words(String typed) {
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("[\\s\\u3000]+", -1))
                .map(word -> Grams.plain(word).text())
                .filter(word -> !Grams.query(word).isEmpty())
                .distinct()
                .limit(WORDS_MAX)
                .toList();
    }

    public boolean isNothing() {
        return words.isEmpty();
    }

    /** A text in which the words stand in a row. */
    public String phrasePattern() {
        return pattern(phrase);
    }

    private static String pattern(String word) {
        return "%" + word.replaceAll("[%_\\\\]", "\\\\$0") + "%";
    }
}
