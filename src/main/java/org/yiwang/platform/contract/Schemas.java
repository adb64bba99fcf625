package org.yiwang.platform.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks over every schema of a document, wherever it stands; what is only referred to is met once, in the components. */
final class Schemas {
    static final String REFERENCE = "#/components/schemas/";

    private Schemas() {}

    static void each(OpenAPI document, Consumer<Schema<?>> visit) {
        all(document.getComponents().getSchemas()).forEach(schema -> deep(schema, visit));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(Schemas::of)
                .forEach(schema -> deep(schema, visit));
    }

    private static Stream<Schema<?>> of(Operation operation) {
        Stream<Schema<?>> parameters = operation.getParameters() == null
                ? Stream.of()
                : operation.getParameters().stream().map(parameter -> parameter.getSchema());
        Stream<Schema<?>> body = operation.getRequestBody() == null
                ? Stream.of()
                : of(operation.getRequestBody().getContent());
        Stream<Schema<?>> answers =
                operation.getResponses().values().stream().flatMap(answer -> of(answer.getContent()));
        return Stream.of(parameters, body, answers).flatMap(some -> some).filter(Objects::nonNull);
    }

    private static Stream<Schema<?>> of(@Nullable Content content) {
        return content == null ? Stream.of() : content.values().stream().map(MediaType::getSchema);
    }

    private static void deep(Schema<?> schema, Consumer<Schema<?>> visit) {
        visit.accept(schema);
        Stream.of(
                        all(schema.getProperties()),
                        all(schema.getAllOf()),
                        all(schema.getOneOf()),
                        all(schema.getAnyOf()),
                        one(schema.getItems()),
                        one(schema.getAdditionalProperties()))
                .flatMap(some -> some)
                .forEach(inner -> deep(inner, visit));
    }

    @SuppressWarnings("rawtypes")
    private static Stream<Schema<?>> all(@Nullable Map<String, Schema> map) {
        return map == null ? Stream.of() : all(map.values());
    }

    @SuppressWarnings("rawtypes")
    private static Stream<Schema<?>> all(@Nullable Collection<Schema> some) {
        return some == null ? Stream.of() : List.copyOf(some).stream().map(schema -> (Schema<?>) schema);
    }

    private static Stream<Schema<?>> one(@Nullable Object schema) {
        return schema instanceof Schema<?> found ? Stream.of(found) : Stream.of();
    }
}
