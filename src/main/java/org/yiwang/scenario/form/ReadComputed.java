package org.yiwang.scenario.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.rule.Rule;

/** Reads {@code x-computed}: a rule over the form's other fields. Fields that depend on each other in a circle have no value. */
final class ReadComputed {
    private static final String KEY = "x-computed";

    private final Map<String, Field> computed = new HashMap<>();

    /** @param places where each field stands */
    ReadComputed(List<Field> fields, Map<String, Entry> places, Faults faults) {
        Form form = new Form(fields, Form.empty().schema());
        for (Field field : form.fields()) {
            Node node = node(places.get(field.name()));
            if (node == null || !takes(field.kind())) continue;
            if (!field.required().isEmpty()) faults.fault(node.spot(), "scenario.computed-required", field.name());
            Optional<Rule> rule = Rule.parse(node, form.scope(Compute.PREFIX), answer(field), faults);
            rule.ifPresent(one -> computed.put(field.name(), field.computedBy(one)));
        }
        for (Field field : List.copyOf(computed.values())) {
            List<String> circle = circle(field.name(), field.name(), new LinkedHashSet<>(), new HashSet<>());
            if (circle.isEmpty()) continue;
            Rule rule = field.computed();
            if (rule != null) faults.fault(rule.spot(), "scenario.computed-cycle", String.join(" → ", circle));
            computed.remove(field.name());
        }
    }

    Field of(Field field) {
        return computed.getOrDefault(field.name(), field);
    }

    private static @Nullable Node node(@Nullable Entry entry) {
        return entry != null && entry.value() instanceof Mapping mapping
                ? mapping.get(KEY).orElse(null)
                : null;
    }

    private static boolean takes(Kind kind) {
        return kind.keywords().contains(KEY);
    }

    private static Type answer(Field field) {
        return field.kind() == Kind.CHOICE
                ? Type.oneOf(field.choices().stream().map(Choice::value).toList())
                : Type.NUMBER;
    }

    /** The way from a field over those that it is computed from back to itself; empty where there is none. */
    private List<String> circle(String start, String at, Set<String> way, Set<String> seen) {
        if (!seen.add(at)) return List.of();
        way.add(at);
        Field field = computed.get(at);
        if (field != null)
            for (String next : computed.keySet().stream().sorted().toList()) {
                if (!Compute.uses(field, next)) continue;
                if (next.equals(start)) {
                    List<String> circle = new ArrayList<>(way);
                    circle.add(start);
                    return circle;
                }
                List<String> further = circle(start, next, way, seen);
                if (!further.isEmpty()) return further;
            }
        way.remove(at);
        return List.of();
    }
}
