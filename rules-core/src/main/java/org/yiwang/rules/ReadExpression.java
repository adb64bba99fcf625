package org.yiwang.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yiwang.rules.BadExpression.Flaw;

/**
 * Reads an expression: its names first, so that a wrong one is told with those that are known, its types after that. The bounds keep the cost of one answer small:
 * without them three nested loops over 300 entries ran for half a minute.
 */
final class ReadExpression {
    private static final int NODES_MAX = 300;
    private static final int DEPTH_MAX = 32;
    private static final int ITERATIONS_MAX = 200;
    private static final int PATTERN_SIZE_MAX = 200;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Expression.CHARACTERS_MAX)
            .maxParseExpressionNodeCount(NODES_MAX)
            .maxParseRecursionDepth(DEPTH_MAX)
            .comprehensionMaxIterations(ITERATIONS_MAX)
            .maxRegexProgramSize(PATTERN_SIZE_MAX)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final Scope scope;
    private final Type result;
    private final List<Flaw> flaws = new ArrayList<>();

    ReadExpression(Scope scope, Type result) {
        this.scope = scope;
        this.result = result;
    }

    Expression read(String source) throws BadExpression {
        try {
            return compile(source);
        } catch (CelValidationException | CelEvaluationException e) {
            flaws.add(Flaw.of(BadExpression.Kind.NOT_VALID, source, firstLine(e)));
            throw new BadExpression(flaws);
        }
    }

    private Expression compile(String source) throws CelValidationException, CelEvaluationException, BadExpression {
        CelCompiler compiler = compiler();
        CelMutableAst parsed = CelMutableAst.fromCelAst(compiler.parse(source).getAst());
        CelNavigableMutableExpr root = CelNavigableMutableAst.fromAst(parsed).getRoot();
        root.allNodes().forEach(ReadExpression::withoutWholeNumbers);
        Set<String> names = Names.in(root);
        check(names);
        Choices choices = new Choices(scope, flaws);
        choices.checkCompared(root);
        choices.checkAnswered(parsed.expr(), result);
        if (!flaws.isEmpty()) throw new BadExpression(flaws);
        CelAbstractSyntaxTree tree = compiler.check(parsed.toParsedAst()).getAst();
        return new Expression(source, names, RUNTIME.createProgram(tree));
    }

    private CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL, CelStandardMacro.EXISTS_ONE)
                .setResultType(result.cel());
        scope.names().forEach((name, type) -> builder.addVar(name, type.cel()));
        return builder.build();
    }

    /** The language keeps whole numbers apart and would not let 2 times 1.5 pass; those who write packages need not know. */
    private static void withoutWholeNumbers(CelNavigableMutableExpr node) {
        if (node.getKind() != Kind.CONSTANT) return;
        CelConstant constant = node.expr().constant();
        if (constant.getKind() == CelConstant.Kind.INT64_VALUE)
            node.expr().setConstant(CelConstant.ofValue((double) constant.int64Value()));
    }

    private void check(Set<String> names) throws BadExpression {
        for (String name : names)
            if (scope.type(name).isEmpty()) flaws.add(Flaw.of(BadExpression.Kind.UNKNOWN_NAME, name, scope.known()));
        if (!flaws.isEmpty()) throw new BadExpression(flaws);
    }

    /** The language tells the place below its words; the words are enough in one line. */
    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message).replaceFirst("^ERROR: <input>:\\d+:", "");
    }
}
