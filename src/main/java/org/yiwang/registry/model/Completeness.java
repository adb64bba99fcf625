package org.yiwang.registry.model;

import java.util.List;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import tools.jackson.databind.JsonNode;

/**
 * What of an entry's form is filled in.
 *
 * @param asked how many fields are asked of this entry, conditions considered
 * @param missing names of those that have no value
 */
public record Completeness(int asked, List<String> missing) {

    public static Completeness of(Form form, JsonNode data) {
        List<Field> asked =
                form.fields().stream().filter(field -> field.isAsked(data)).toList();
        List<String> missing = asked.stream()
                .map(Field::name)
                .filter(name -> isEmpty(data.path(name)))
                .toList();
        return new Completeness(asked.size(), missing);
    }

    static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isString() && value.asString().isBlank());
    }
}
