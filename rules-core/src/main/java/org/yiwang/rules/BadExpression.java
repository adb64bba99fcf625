package org.yiwang.rules;

import java.util.List;
import java.util.stream.Collectors;

/** An expression that says nothing sensible, with everything that is wrong about it. */
public final class BadExpression extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;

    /**
     * @param kind what is wrong
     * @param words what a sentence about it has to name, in its order
     */
    public record Flaw(Kind kind, List<String> words) {
        static Flaw of(Kind kind, String... words) {
            return new Flaw(kind, List.of(words));
        }
    }

    public enum Kind {
        /** The expression, what the language says of it. */
        NOT_VALID,
        /** The name, those that are known. */
        UNKNOWN_NAME,
        /** The name, the text it is compared with, those it can be. */
        UNKNOWN_CHOICE,
        /** The text answered, those it can be. */
        UNKNOWN_ANSWER
    }

    BadExpression(List<Flaw> flaws) {
        super(flaws.stream()
                .map(flaw -> flaw.kind() + " " + String.join(" | ", flaw.words()))
                .collect(Collectors.joining("; ")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
