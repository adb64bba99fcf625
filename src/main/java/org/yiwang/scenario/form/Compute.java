package org.yiwang.scenario.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.scenario.rule.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives computed fields their values: each after those that it is computed from. */
final class Compute {
    /** In rules of a form, {@code answers.level} is its field {@code level}. */
    static final String PREFIX = "answers";

    private Compute() {}

    static ObjectNode in(Form form, ObjectNode data) {
        List<Field> computed =
                form.fields().stream().filter(field -> field.computed() != null).toList();
        if (computed.isEmpty()) return data;
        ObjectNode all = data.deepCopy();
        computed.forEach(field -> all.remove(field.name()));
        for (Field field : inOrder(computed))
            if (field.isAsked(all)) value(form, field, all).ifPresent(value -> all.set(field.name(), value));
        return all;
    }

    private static Optional<JsonNode> value(Form form, Field field, ObjectNode data) {
        Rule rule = field.computed();
        if (rule == null) return Optional.empty();
        var values = form.values(PREFIX, data);
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (field.kind()) {
            case NUMBER -> rule.number(values).map(json::numberNode);
            case INTEGER -> rule.number(values).map(Compute::whole).map(json::numberNode);
            case CHOICE ->
                rule.text(values)
                        .filter(text -> field.choices().stream()
                                .anyMatch(choice -> choice.value().equals(text)))
                        .map(json::stringNode);
            case LINE, TEXT, DATE, MOMENT, YES_NO, CHOICES, PHOTOS, PLACE, RECORD -> Optional.empty();
        };
    }

    private static long whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    /** There is no circle among them; {@link ReadComputed} has refused it. */
    private static List<Field> inOrder(List<Field> computed) {
        List<Field> ordered = new ArrayList<>();
        Set<Field> left = new LinkedHashSet<>(computed);
        while (!left.isEmpty()) {
            List<Field> ready = left.stream()
                    .filter(field -> left.stream().noneMatch(other -> uses(field, other.name())))
                    .toList();
            if (ready.isEmpty()) throw new IllegalStateException("Computed fields in a circle: " + left);
            ordered.addAll(ready);
            left.removeAll(ready);
        }
        return ordered;
    }

    static boolean uses(Field field, String name) {
        Rule rule = field.computed();
        return rule != null && rule.names().contains(PREFIX + "." + name);
    }
}
