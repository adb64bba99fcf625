package org.yiwang.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/**
 * What a name stands for, or what a rule answers.
 *
 * @param choices the only texts it can be; empty where any is possible
 */
public record Type(Shape shape, List<String> choices) {
    public static final Type TEXT = new Type(Shape.TEXT, List.of());
    /** Whole or not; a rule knows one kind of number only. */
    public static final Type NUMBER = new Type(Shape.NUMBER, List.of());

    public static final Type FLAG = new Type(Shape.FLAG, List.of());
    public static final Type TEXTS = new Type(Shape.TEXTS, List.of());

    /** How a value is held: a {@code String}, a {@code Double}, a {@code Boolean}, a list of strings. */
    public enum Shape {
        TEXT,
        NUMBER,
        FLAG,
        TEXTS
    }

    public static Type oneOf(List<String> choices) {
        return new Type(Shape.TEXT, choices);
    }

    public static Type someOf(List<String> choices) {
        return new Type(Shape.TEXTS, choices);
    }

    boolean allows(String text) {
        return choices.isEmpty() || choices.contains(text);
    }

    CelType cel() {
        return switch (shape) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case FLAG -> SimpleType.BOOL;
            case TEXTS -> ListType.create(SimpleType.STRING);
        };
    }
}
