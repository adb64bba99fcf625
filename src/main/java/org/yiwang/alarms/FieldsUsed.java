package org.yiwang.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.KindPlan;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.rules.BadExpression;
import org.yiwang.rules.Expression;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;

/** Which fields of registers the conditions of a kind speak of. Only those are told into the log: what nobody asks for would fill it with every change of a register. */
final class FieldsUsed {
    private static final String DEVICE = "device.";

    private FieldsUsed() {}

    /** The same rules, knowing these fields alone. */
    static KindRules only(KindRules rules) {
        SortedMap<String, Type> used = new TreeMap<>();
        Scope scope = KindPlan.scope(rules);
        for (RuleSpec rule : rules.rules())
            conditions(rule).filter(Objects::nonNull).forEach(source -> {
                for (String name : names(source, scope)) {
                    Type type = name.startsWith(DEVICE) ? rules.fields().get(name.substring(DEVICE.length())) : null;
                    if (type != null) used.put(name.substring(DEVICE.length()), type);
                }
            });
        return rules.speakingOf(used);
    }

    private static Stream<@Nullable String> conditions(RuleSpec rule) {
        List<@Nullable String> all = new ArrayList<>();
        all.add(rule.raise());
        all.add(rule.clear());
        rule.levels().forEach(level -> all.add(level.when()));
        rule.orders().forEach(order -> all.add(order.unless()));
        return all.stream();
    }

    private static Iterable<String> names(@Nullable String source, Scope scope) {
        if (source == null) return List.of();
        try {
            return Expression.read(source, scope, Type.FLAG).names();
        } catch (BadExpression e) {
            // Told where it is read; nothing that is not valid gets into force.
            return List.of();
        }
    }
}
