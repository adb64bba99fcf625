package org.yiwang.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition or formula in the Common Expression Language, checked and ready. A name without a value makes what depends on it unknown; {@code a || b} holds where
 * {@code b} does, even if {@code a} cannot be said.
 */
public final class Expression {
    /** Longer ones are nobody's condition any more. */
    public static final int CHARACTERS_MAX = 600;

    private final String source;
    private final Set<String> names;
    private final CelRuntime.Program program;

    Expression(String source, Set<String> names, CelRuntime.Program program) {
        this.source = source;
        this.names = Set.copyOf(names);
        this.program = program;
    }

    /**
     * @param scope what may be spoken of
     * @param result what it has to answer
     */
    public static Expression read(String source, Scope scope, Type result) throws BadExpression {
        return new ReadExpression(scope, result).read(source);
    }

    /** Where names get their values. */
    @FunctionalInterface
    public interface Values {
        /** In the shape of the name's type; null where there is none. */
        @Nullable
        Object of(String name);
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** The names that it uses. */
    public Set<String> names() {
        return names;
    }

    /** What it says; null where that cannot be said. */
    public @Nullable Object answer(Values values) {
        CelVariableResolver resolver = name -> Optional.ofNullable(values.of(name));
        try {
            return program.eval(resolver);
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    /** @param values by name; those without one are left out */
    public @Nullable Object answer(Map<String, ?> values) {
        try {
            return program.eval(values);
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    /** Whether it holds; null where that cannot be said. */
    public @Nullable Boolean holds(Values values) {
        return answer(values) instanceof Boolean held ? held : null;
    }

    @Override
    public String toString() {
        return source;
    }
}
