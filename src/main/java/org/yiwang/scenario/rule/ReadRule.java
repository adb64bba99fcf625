package org.yiwang.scenario.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
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
import java.util.Optional;
import java.util.Set;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Spot;

/** Reads an expression: its names first, so that a wrong one is told with those that are known, its types after that. */
final class ReadRule {
    private static final int NODES_MAX = 300;
    private static final int DEPTH_MAX = 40;
    private static final int ITERATIONS_MAX = 200;
    private static final int PATTERN_SIZE_MAX = 200;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Rule.CHARACTERS_MAX)
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
    private final Faults faults;

    ReadRule(Scope scope, Type result, Faults faults) {
        this.scope = scope;
        this.result = result;
        this.faults = faults;
    }

    Optional<Rule> read(Node node) {
        Spot spot = node.spot();
        if (!(node instanceof Scalar scalar) || scalar.text().isBlank()) {
            faults.fault(spot, "rule.not-an-expression");
            return Optional.empty();
        }
        try {
            return read(scalar.text().strip(), spot);
        } catch (CelValidationException | CelEvaluationException e) {
            faults.fault(spot, "rule.not-valid", scalar.text().strip(), firstLine(e));
            return Optional.empty();
        }
    }

    private Optional<Rule> read(String source, Spot spot) throws CelValidationException, CelEvaluationException {
        CelCompiler compiler = compiler();
        CelMutableAst parsed = CelMutableAst.fromCelAst(compiler.parse(source).getAst());
        CelNavigableMutableExpr root = CelNavigableMutableAst.fromAst(parsed).getRoot();
        root.allNodes().forEach(ReadRule::withoutWholeNumbers);
        Set<String> names = Names.in(root);
        if (!areKnown(names, spot)) return Optional.empty();
        Choices choices = new Choices(scope, spot, faults);
        choices.checkCompared(root);
        choices.checkAnswered(parsed.expr(), result);
        CelValidationResult checked = compiler.check(parsed.toParsedAst());
        CelAbstractSyntaxTree tree = checked.getAst();
        return Optional.of(new Rule(source, spot, names, RUNTIME.createProgram(tree)));
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

    private boolean areKnown(Set<String> names, Spot spot) {
        boolean all = true;
        for (String name : names) {
            if (scope.type(name).isPresent()) continue;
            faults.fault(spot, "rule.unknown-name", name, scope.known());
            all = false;
        }
        return all;
    }

    /** The language tells the place below its words; the words are enough in one line. */
    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message).replaceFirst("^ERROR: <input>:\\d+:", "");
    }
}
