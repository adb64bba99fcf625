package org.yiwang.platform.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The name and the line of every operation, from {@code openapi/operations/*.yaml}: method and address → [name, what it does]. */
@Component
class OperationWords {
    /** @param id stable: generated clients call the operation by it */
    record Words(String id, String summary) {}

    private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {};

    private final Map<String, Words> words = new TreeMap<>();

    OperationWords() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/operations/*.yaml")) {
            try (InputStream in = file.getInputStream()) {
                yaml.readValue(in, FORM)
                        .forEach((place, said) -> words.put(place, new Words(said.get(0), said.get(1))));
            }
        }
    }

    Optional<Words> of(String method, String path) {
        return Optional.ofNullable(words.get(method + " " + path));
    }
}
