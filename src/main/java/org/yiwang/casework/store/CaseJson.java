package org.yiwang.casework.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.Effect;
import org.yiwang.platform.Sm3;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of case values, and the hash that chains a case's events. */
@Component
public class CaseJson {
    static final TypeReference<List<Effect>> EFFECTS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** Effects with their names, which a list alone would lose. */
    String effects(List<Effect> effects) {
        return mapper.writerFor(EFFECTS).writeValueAsString(effects);
    }

    public <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /** Hash of an event: SM3 over the hash before it and its own canonical JSON. */
    public byte[] hash(byte[] previous, CaseEvent event) {
        return Sm3.hash(previous, mapper.writeValueAsBytes(event));
    }
}
