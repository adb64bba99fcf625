package org.yiwang.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.casework.model.Flow;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the case engine reads once: the flow table. */
@Configuration(proxyBeanMethods = false)
public class CaseSetting {
    private static final String FLOW = "/casework/flow.yaml";

    /** The standard flow table. */
    @Bean
    public static Flow flow() {
        try (InputStream yaml = CaseSetting.class.getResourceAsStream(FLOW)) {
            if (yaml == null) throw new IllegalStateException(FLOW + " is missing from this build");
            return new Flow(new YAMLMapper().readValue(yaml, Flow.Source.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
