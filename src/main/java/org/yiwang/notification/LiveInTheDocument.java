package org.yiwang.notification;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.FeedTopic;

/** The live stream in the interface document: each event's data is one of the shapes that the topics have. */
@Component
@Order(0)
class LiveInTheDocument implements OpenApiCustomizer {
    private static final String ADDRESS = "/api/v1/live";
    private static final String STREAM = "text/event-stream";

    private final List<FeedTopic<Staff>> topics;

    LiveInTheDocument(List<FeedTopic<Staff>> topics) {
        this.topics = topics;
    }

    @Override
    public void customise(OpenAPI document) {
        PathItem live = document.getPaths().get(ADDRESS);
        if (live == null) return;
        List<Class<?>> shapes = new ArrayList<>(List.of(LiveStream.Hello.class));
        topics.forEach(topic -> shapes.add(topic.shape()));
        Schema<?> data = new JsonSchema();
        for (Class<?> shape : shapes) {
            ResolvedSchema found = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(shape).resolveAsRef(true));
            found.referencedSchemas.forEach(document.getComponents()::addSchemas);
            data.addOneOfItem(found.schema);
        }
        Content content = new Content().addMediaType(STREAM, new MediaType().schema(data));
        live.getGet()
                .getResponses()
                .addApiResponse("200", new ApiResponse().description("OK").content(content));
    }
}
