package org.yiwang.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Names with parts in a parsed expression, where the language itself only knows the selection of one part after the other. */
final class Names {
    private Names() {}

    /** Every name that is no variable of a macro such as {@code exists}, in order, each as long as it is written. */
    static Set<String> in(CelNavigableMutableExpr root) {
        Set<String> own = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        root.allNodes().forEach(node -> {
            if (node.getKind() == Kind.COMPREHENSION) {
                own.add(node.expr().comprehension().iterVar());
                own.add(node.expr().comprehension().accuVar());
            }
            if (!isPartOfLonger(node)) of(node.expr()).ifPresent(names::add);
        });
        names.removeIf(name -> own.contains(name.split("\\.", 2)[0]));
        return names;
    }

    private static boolean isPartOfLonger(CelNavigableMutableExpr node) {
        return node.parent()
                .filter(parent ->
                        parent.getKind() == Kind.SELECT && of(parent.expr()).isPresent())
                .isPresent();
    }

    /** The whole name that an expression is, if it is one. */
    static Optional<String> of(CelMutableExpr expr) {
        if (expr.getKind() == Kind.IDENT) return Optional.of(expr.ident().name());
        if (expr.getKind() != Kind.SELECT) return Optional.empty();
        return of(expr.select().operand())
                .map(head -> head + "." + expr.select().field());
    }

    static Optional<String> text(CelMutableExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }
}
