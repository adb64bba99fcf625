package org.yiwang.scenario.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Spot;

/**
 * An expression of a package, checked and ready. A name without a value makes what depends on it neither hold nor answer; {@code a || b} holds where {@code b} does,
 * even if {@code a} cannot be said.
 */
public final class Rule {
    public static final int CHARACTERS_MAX = 600;

    /** Numbers that people state have no more digits, and what a computer adds beyond them is noise. */
    private static final MathContext DIGITS = new MathContext(12);

    private final String source;
    private final Spot spot;
    private final Set<String> names;
    private final CelRuntime.Program program;

    Rule(String source, Spot spot, Set<String> names, CelRuntime.Program program) {
        this.source = source;
        this.spot = spot;
        this.names = Set.copyOf(names);
        this.program = program;
    }

    /**
     * The rule that stands here; empty, with everything that is wrong among the faults, where it is none.
     *
     * @param result what it has to answer
     */
    public static Optional<Rule> parse(Node node, Scope scope, Type result, Faults faults) {
        return new ReadRule(scope, result, faults).read(node);
    }

    /** As the package wrote it. */
    public String source() {
        return source;
    }

    public Spot spot() {
        return spot;
    }

    /** The names that it uses. */
    public Set<String> names() {
        return names;
    }

    /** @param values by name, each as the shape of its type says; those without one are left out */
    public boolean holds(Map<String, ?> values) {
        return answer(values).filter(Boolean.TRUE::equals).isPresent();
    }

    public Optional<BigDecimal> number(Map<String, ?> values) {
        return answer(values)
                .filter(Number.class::isInstance)
                .map(answer -> ((Number) answer).doubleValue())
                .filter(Double::isFinite)
                .map(number -> plain(new BigDecimal(number, DIGITS)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Optional<String> text(Map<String, ?> values) {
        return answer(values).filter(String.class::isInstance).map(String.class::cast);
    }

    private Optional<Object> answer(Map<String, ?> values) {
        try {
            return Optional.ofNullable(program.eval(values));
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
