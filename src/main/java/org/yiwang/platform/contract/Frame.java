package org.yiwang.platform.contract;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says of all operations: title, errors, headers; written by hand. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Frame {
    private static final String FILE = "/openapi/frame.yaml";

    @Bean
    OpenAPI frameOfTheDocument() throws IOException {
        try (InputStream yaml = requireNonNull(Frame.class.getResourceAsStream(FILE), FILE)) {
            return Yaml31.mapper().readValue(yaml, OpenAPI.class);
        }
    }

    @Bean
    ModelResolver typesByTheirFullNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new FullNames()).openapi31(true);
    }
}
