package org.yiwang.platform.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Gives each operation its words, and what all operations of a kind have in common. */
@Component
class Operations implements OpenApiCustomizer {
    private static final String KEY = "Idempotency-Key";
    private static final String GEO_JSON = "application/geo+json";

    private final OperationWords words;

    Operations(OperationWords words) {
        this.words = words;
    }

    @Override
    public void customise(OpenAPI document) {
        Paths sorted = new Paths();
        new TreeMap<>(document.getPaths()).forEach(sorted::addPathItem);
        document.setPaths(sorted);
        document.setTags(null);
        document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(method, path, operation)));
    }

    private void complete(PathItem.HttpMethod method, String path, Operation operation) {
        words.of(method.name(), path).ifPresent(said -> {
            operation.setOperationId(said.id());
            operation.setSummary(said.summary());
        });
        if (method == PathItem.HttpMethod.POST) takeKey(operation);
        if (operation.getRequestBody() != null) typed(operation.getRequestBody().getContent());
        operation.getResponses().values().forEach(answer -> typed(answer.getContent()));
        operation.getResponses().addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
    }

    private static void takeKey(Operation operation) {
        if (operation.getParameters() != null)
            operation.getParameters().removeIf(parameter -> KEY.equals(parameter.getName()));
        operation.addParametersItem(new Parameter().$ref("#/components/parameters/IdempotencyKey"));
    }

    /** Bytes are a map where they are handed over as such, and a file of any kind where they are a resource. */
    private static void typed(@Nullable Content content) {
        if (content == null) return;
        MediaType json = content.get("application/json");
        boolean isMap = content.values().stream().anyMatch(one -> is(one, "byte"));
        if (isMap) {
            content.clear();
            content.addMediaType(
                    GEO_JSON, new MediaType().schema(new JsonSchema().$ref(Schemas.REFERENCE + "FeatureCollection")));
        } else if (json != null && is(json, "binary")) {
            content.clear();
            content.addMediaType("*/*", json);
        }
    }

    private static boolean is(MediaType type, String format) {
        Schema<?> schema = type.getSchema();
        return schema != null && format.equals(schema.getFormat());
    }
}
