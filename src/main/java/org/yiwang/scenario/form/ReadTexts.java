package org.yiwang.scenario.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes typed answers of texts, as they come from parameters of an address, a sheet, or a keyboard. What does not fit stays text, for the check to name. */
final class ReadTexts {
    /** Short, because a number such as 1E999999999 is written out by nobody but could be by us. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReadTexts() {}

    /** @param given blank texts are none; a field of which nothing is left is left out */
    static ObjectNode of(Form form, Map<String, ? extends @Nullable List<String>> given) {
        ObjectNode data = JSON.objectNode();
        given.forEach((name, texts) -> {
            List<String> said = said(texts);
            if (!said.isEmpty())
                data.set(name, form.field(name).map(field -> value(field, said)).orElseGet(() -> list(said)));
        });
        return data;
    }

    private static List<String> said(@Nullable List<String> texts) {
        if (texts == null) return List.of();
        return texts.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static JsonNode value(Field field, List<String> said) {
        return switch (field.kind()) {
            case CHOICES, PHOTOS -> list(said);
            case PLACE -> numbers(said);
            case NUMBER, INTEGER -> said.size() == 1 ? number(said.getFirst()) : list(said);
            case YES_NO -> said.size() == 1 ? flag(said.getFirst()) : list(said);
            case LINE, TEXT, DATE, MOMENT, CHOICE, RECORD ->
                said.size() == 1 ? JSON.stringNode(said.getFirst()) : list(said);
        };
    }

    private static ArrayNode list(List<String> said) {
        ArrayNode list = JSON.arrayNode();
        said.forEach(list::add);
        return list;
    }

    private static ArrayNode numbers(List<String> said) {
        ArrayNode list = JSON.arrayNode();
        said.forEach(text -> list.add(number(text)));
        return list;
    }

    private static JsonNode number(String text) {
        return NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.stringNode(text);
    }

    private static JsonNode flag(String text) {
        return text.equals("true") || text.equals("false")
                ? JSON.booleanNode(text.equals("true"))
                : JSON.stringNode(text);
    }
}
