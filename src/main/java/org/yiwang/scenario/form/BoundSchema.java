package org.yiwang.scenario.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a form with the bounds that its definition leaves open. */
final class BoundSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private BoundSchema() {}

    static ObjectNode of(ObjectNode definition, List<Field> fields) {
        ObjectNode schema = definition.deepCopy();
        schema.put("$schema", DIALECT);
        bind(schema, fields);
        return schema;
    }

    private static void bind(JsonNode schema, List<Field> fields) {
        if (schema.get("properties") instanceof ObjectNode properties)
            for (Field field : fields)
                if (properties.get(field.name()) instanceof ObjectNode property) bind(property, field);
        for (String branch : List.of("then", "else")) if (schema.has(branch)) bind(schema.get(branch), fields);
        if (schema.has("allOf")) schema.get("allOf").forEach(one -> bind(one, fields));
    }

    private static void bind(ObjectNode property, Field field) {
        switch (field.kind()) {
            case LINE, TEXT, RECORD -> bound(property, "minLength", "maxLength", field.bounds());
            case CHOICES, PHOTOS -> {
                bound(property, "minItems", "maxItems", field.bounds());
                property.put("uniqueItems", true);
            }
            case PLACE -> {
                property.put("minItems", 2);
                property.put("maxItems", 2);
            }
            case NUMBER, INTEGER -> bound(property, "minimum", "maximum", field.bounds());
            case DATE, MOMENT, YES_NO, CHOICE -> {}
        }
    }

    private static void bound(ObjectNode property, String least, String most, Field.Bounds bounds) {
        put(property, least, bounds.min());
        put(property, most, bounds.max());
    }

    private static void put(ObjectNode property, String key, java.math.@Nullable BigDecimal value) {
        if (value == null) return;
        if (value.stripTrailingZeros().scale() <= 0) property.put(key, value.longValueExact());
        else property.put(key, value);
    }
}
