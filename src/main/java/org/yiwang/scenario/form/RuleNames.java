package org.yiwang.scenario.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import tools.jackson.databind.JsonNode;

/** What rules may say of a form's answers: {@code answers.level} for the field {@code level}. Photos and places are not spoken of; dates are texts, which order as dates do. */
final class RuleNames {
    private RuleNames() {}

    static Scope scope(Form form, String prefix) {
        Map<String, Type> names = new LinkedHashMap<>();
        for (Field field : form.fields()) type(field).ifPresent(type -> names.put(prefix + "." + field.name(), type));
        return new Scope(names);
    }

    static Map<String, Object> values(Form form, String prefix, JsonNode data) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : form.fields()) {
            JsonNode given = data.get(field.name());
            if (given == null || given.isNull()) continue;
            type(field)
                    .flatMap(type -> value(type, given))
                    .ifPresent(value -> values.put(prefix + "." + field.name(), value));
        }
        return values;
    }

    private static Optional<Type> type(Field field) {
        List<String> choices = field.choices().stream().map(Choice::value).toList();
        return switch (field.kind()) {
            case LINE, TEXT, DATE, MOMENT, RECORD -> Optional.of(Type.TEXT);
            case NUMBER, INTEGER -> Optional.of(Type.NUMBER);
            case YES_NO -> Optional.of(Type.FLAG);
            case CHOICE -> Optional.of(Type.oneOf(choices));
            case CHOICES -> Optional.of(Type.someOf(choices));
            case PHOTOS, PLACE -> Optional.empty();
        };
    }

    /** Empty where what is kept is of another shape, as after a change of the form. */
    private static Optional<Object> value(Type type, JsonNode given) {
        return switch (type.shape()) {
            case TEXT -> given.isString() ? Optional.of(given.asString()) : Optional.empty();
            case NUMBER -> given.isNumber() ? Optional.of(given.asDouble()) : Optional.empty();
            case FLAG -> given.isBoolean() ? Optional.of(given.asBoolean()) : Optional.empty();
            case TEXTS -> given.isArray() ? Optional.of(texts(given)) : Optional.empty();
        };
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
