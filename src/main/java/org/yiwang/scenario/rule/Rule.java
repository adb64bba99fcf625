package org.yiwang.scenario.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.rules.BadExpression;
import org.yiwang.rules.BadExpression.Flaw;
import org.yiwang.rules.Expression;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Spot;

/**
 * An expression of a package, checked and ready. A name without a value makes what depends on it neither hold nor answer; {@code a || b} holds where {@code b} does,
 * even if {@code a} cannot be said.
 */
public final class Rule {
    public static final int CHARACTERS_MAX = Expression.CHARACTERS_MAX;

    /** Numbers that people state have no more digits, and what a computer adds beyond them is noise. */
    private static final MathContext DIGITS = new MathContext(12);

    private final Expression expression;
    private final Spot spot;

    private Rule(Expression expression, Spot spot) {
        this.expression = expression;
        this.spot = spot;
    }

    /**
     * The rule that stands here; empty, with everything that is wrong among the faults, where it is none.
     *
     * @param result what it has to answer
     */
    public static Optional<Rule> parse(Node node, Scope scope, Type result, Faults faults) {
        Spot spot = node.spot();
        if (!(node instanceof Scalar scalar) || scalar.text().isBlank()) {
            faults.fault(spot, "rule.not-an-expression");
            return Optional.empty();
        }
        try {
            return Optional.of(new Rule(Expression.read(scalar.text().strip(), scope, result), spot));
        } catch (BadExpression e) {
            for (Flaw flaw : e.flaws())
                faults.fault(spot, code(flaw), flaw.words().toArray());
            return Optional.empty();
        }
    }

    private static String code(Flaw flaw) {
        return "rule." + flaw.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the package wrote it. */
    public String source() {
        return expression.source();
    }

    public Spot spot() {
        return spot;
    }

    /** The names that it uses. */
    public Set<String> names() {
        return expression.names();
    }

    /** @param values by name, each as the shape of its type says; those without one are left out */
    public boolean holds(Map<String, ?> values) {
        return Boolean.TRUE.equals(expression.answer(values));
    }

    public Optional<BigDecimal> number(Map<String, ?> values) {
        Object answer = expression.answer(values);
        return answer instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(plain(new BigDecimal(number.doubleValue(), DIGITS)))
                : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Optional<String> text(Map<String, ?> values) {
        @Nullable Object answer = expression.answer(values);
        return answer instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String toString() {
        return source();
    }
}
