package org.yiwang.rules;

import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yiwang.rules.BadExpression.Flaw;

/** Finds texts that a choice can never be: a rule with one would never hold, and nobody would see why. */
record Choices(Scope scope, List<Flaw> flaws) {
    private static final List<String> COMPARISONS = List.of("_==_", "_!=_", "@in");

    void checkCompared(CelNavigableMutableExpr root) {
        Map<String, String> wrong = new LinkedHashMap<>();
        root.allNodes()
                .filter(node -> node.getKind() == Kind.CALL
                        && COMPARISONS.contains(node.expr().call().function()))
                .forEach(node -> compared(node.expr().call().args(), wrong::put));
        wrong.forEach((text, name) -> flaws.add(Flaw.of(
                BadExpression.Kind.UNKNOWN_CHOICE,
                name,
                text,
                String.join(", ", type(name).choices()))));
    }

    private void compared(List<CelMutableExpr> sides, BiConsumer<String, String> wrong) {
        for (CelMutableExpr named : sides)
            Names.of(named).flatMap(name -> scope.type(name).map(type -> name)).ifPresent(name -> sides.stream()
                    .flatMap(side ->
                            side.getKind() == Kind.LIST ? side.list().elements().stream() : List.of(side).stream())
                    .flatMap(side -> Names.text(side).stream())
                    .filter(text -> !type(name).allows(text))
                    .forEach(text -> wrong.accept(text, name)));
    }

    /** What a rule with a choice for an answer may come to: its texts, through every {@code ? :}. */
    void checkAnswered(CelMutableExpr expr, Type result) {
        Names.text(expr)
                .filter(text -> !result.allows(text))
                .ifPresent(text -> flaws.add(
                        Flaw.of(BadExpression.Kind.UNKNOWN_ANSWER, text, String.join(", ", result.choices()))));
        if (expr.getKind() != Kind.CALL || !expr.call().function().equals("_?_:_")) return;
        checkAnswered(expr.call().args().get(1), result);
        checkAnswered(expr.call().args().get(2), result);
    }

    private Type type(String name) {
        return scope.type(name).orElse(Type.TEXT);
    }
}
