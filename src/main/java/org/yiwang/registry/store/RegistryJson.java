package org.yiwang.registry.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of the registry's values: names as the columns have them, so that a row and its JSON are one thing. */
@Component
public class RegistryJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    public ObjectNode object(String json) {
        return (ObjectNode) mapper.readTree(json);
    }

    public JsonNode tree(String json) {
        return mapper.readTree(json);
    }

    public @Nullable JsonNode treeOrNull(@Nullable String json) {
        return json == null ? null : mapper.readTree(json);
    }

    public <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    public ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }
}
