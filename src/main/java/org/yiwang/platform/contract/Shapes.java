package org.yiwang.platform.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes the schemas as precise as the types behind them: what may be missing is marked {@link Nullable} in a record, everything else is required; a sealed
 * type is one of its cases; and each type has its short name.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@SuppressWarnings({"rawtypes", "unchecked"})
class Shapes implements OpenApiCustomizer {
    static {
        // JSON of any shape is just that, and not the class that holds it.
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        for (String name : List.copyOf(schemas.keySet()))
            FullNames.type(name)
                    .map(type -> type.getAnnotation(JsonSubTypes.class) == null ? null : type)
                    .ifPresent(type -> cases(schemas, name, type));
        schemas.forEach((name, schema) -> FullNames.type(name).ifPresent(type -> require(schema, type)));
        Map<String, Schema> shown = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        schemas.forEach((name, schema) -> {
            String former = owners.put(FullNames.shown(name), name);
            if (former != null)
                throw new IllegalStateException(
                        "%s and %s have the same name in the interface document. Give one of them a @SchemaName."
                                .formatted(former, name));
            shown.put(FullNames.shown(name), schema);
        });
        Schemas.each(document, Shapes::rename);
        document.getComponents().setSchemas(shown);
    }

    private static void require(Schema<?> schema, Class<?> type) {
        if (!type.isRecord() || schema.getProperties() == null) return;
        List<String> required =
                new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(Shapes::property)
                .filter(property -> schema.getProperties().containsKey(property) && !required.contains(property))
                .forEach(required::add);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static String property(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? component.getName() : given.value();
    }

    /** A case carries its name in a field; the whole is one of the cases. */
    private static void cases(Map<String, Schema> schemas, String name, Class<?> type) {
        String field = type.getAnnotation(JsonTypeInfo.class).property();
        Schema<?> whole = new JsonSchema().discriminator(new Discriminator().propertyName(field));
        for (JsonSubTypes.Type one : type.getAnnotation(JsonSubTypes.class).value()) {
            String full = FullNames.of(one.value());
            Schema<Object> shape = new JsonSchema();
            shape.addType("object");
            Schema<Object> word = new JsonSchema();
            word.addType("string");
            word.setConst(one.name());
            shape.addProperty(field, word);
            shape.setRequired(List.of(field));
            own(schemas.get(full)).forEach(shape::addProperty);
            schemas.put(full, shape);
            whole.addOneOfItem(new JsonSchema().$ref(Schemas.REFERENCE + full));
            whole.getDiscriminator().mapping(one.name(), Schemas.REFERENCE + full);
        }
        schemas.put(name, whole);
    }

    private static Map<String, Schema> own(@Nullable Schema<?> part) {
        if (part == null || part.getAllOf() == null) return Map.of();
        return part.getAllOf().stream()
                .filter(one -> one.getProperties() != null)
                .findFirst()
                .map(one -> (Map<String, Schema>) one.getProperties())
                .orElse(Map.of());
    }

    private static void rename(Schema<?> schema) {
        if (schema.get$ref() != null) schema.set$ref(shown(schema.get$ref()));
        Discriminator discriminator = schema.getDiscriminator();
        if (discriminator != null && discriminator.getMapping() != null)
            discriminator.getMapping().replaceAll((word, reference) -> shown(reference));
    }

    private static String shown(String reference) {
        return reference.startsWith(Schemas.REFERENCE)
                ? Schemas.REFERENCE + FullNames.shown(reference.substring(Schemas.REFERENCE.length()))
                : reference;
    }
}
