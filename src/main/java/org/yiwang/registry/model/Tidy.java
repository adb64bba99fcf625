package org.yiwang.registry.model;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The one way to write the same data, so that it can be compared: no blanks around texts, no empty values, numbers without idle zeros. */
final class Tidy {
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private Tidy() {}

    static ObjectNode of(ObjectNode data) {
        ObjectNode tidy = data.objectNode();
        data.forEachEntry((name, value) -> {
            JsonNode kept = tidy(value);
            if (!Completeness.isEmpty(kept)) tidy.set(name, kept);
        });
        return tidy;
    }

    private static JsonNode tidy(JsonNode value) {
        if (value.isString()) return StringNode.valueOf(value.asString().strip());
        if (value.isNumber()) return number(value.decimalValue());
        if (!(value instanceof ArrayNode list)) return value;
        ArrayNode tidy = list.arrayNode();
        list.forEach(one -> tidy.add(tidy(one)));
        return tidy;
    }

    private static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0 || plain.abs().compareTo(LONG_MAX) > 0) return DecimalNode.valueOf(plain);
        if (plain.abs().compareTo(INT_MAX) > 0) return LongNode.valueOf(plain.longValueExact());
        return IntNode.valueOf(plain.intValueExact());
    }
}
