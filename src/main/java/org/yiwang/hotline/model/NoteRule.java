package org.yiwang.hotline.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the closing note of an order has to tell (办结回复质量).
 *
 * @param characters fewer say nothing
 * @param parts each has to be there
 * @param banned phrases that are no answer where they stand alone (空话套话)
 */
public record NoteRule(int characters, List<Part> parts, List<String> banned) {
    public static final NoteRule NONE = new NoteRule(0, List.of(), List.of());

    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");

    /**
     * A part that is asked for, such as what was found on site.
     *
     * @param words of which one shows that it is there
     */
    public record Part(String zh, String en, List<String> words) {}

    /** What is wrong with a note, the first thing only. */
    public sealed interface Fault {
        record TooShort(int characters) implements Fault {}

        record Empty(String phrase) implements Fault {}

        record Missing(Part part) implements Fault {}
    }

    /** The first thing that is wrong; empty where the note will do. */
    public Optional<Fault> check(String note) {
        String bare = SIGNS.matcher(note).replaceAll("");
        for (String phrase : banned) if (isAlone(phrase, bare)) return Optional.of(new Fault.Empty(phrase));
        if (bare.length() < characters) return Optional.of(new Fault.TooShort(characters));
        for (Part part : parts)
            if (part.words().stream().noneMatch(note::contains)) return Optional.of(new Fault.Missing(part));
        return Optional.empty();
    }

    /** Whether little is left when the phrase is taken away. */
    private boolean isAlone(String phrase, String bare) {
        String plain = SIGNS.matcher(phrase).replaceAll("");
        return !plain.isEmpty()
                && bare.contains(plain)
                && bare.replace(plain, "").length() < Math.max(1, characters / 2);
    }
}
