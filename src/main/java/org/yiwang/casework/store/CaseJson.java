package org.yiwang.casework.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.Effect;
import org.yiwang.platform.Sm3;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of case values, and the hash that chains a case's events. */
@Component
public class CaseJson {
    static final TypeReference<List<Effect>> EFFECTS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final ObjectWriter effects = mapper.writerFor(EFFECTS);
    private final ObjectWriter rest = mapper.rebuild()
            .addMixIn(CaseEvent.class, WithoutEffects.class)
            .build()
            .writerFor(CaseEvent.class);

    @JsonIgnoreProperties("effects")
    private interface WithoutEffects {}

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** An event's effects with their names, which a list alone would lose. */
    public String effects(CaseEvent event) {
        return effects.writeValueAsString(event.effects());
    }

    public <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /**
     * Hash of an event: SM3 over the hash before it and its own JSON.
     *
     * @param effects the event's effects as {@link #effects(CaseEvent)} writes them
     */
    public byte[] hash(byte[] previous, CaseEvent event, String effects) {
        return Sm3.hash(previous, text(event, effects).getBytes(UTF_8));
    }

    /** What of an event is hashed: the event as JSON, its effects, which are stored too, last. */
    String text(CaseEvent event) {
        return text(event, effects(event));
    }

    private String text(CaseEvent event, String effects) {
        String before = rest.writeValueAsString(event);
        return before.substring(0, before.length() - 1) + ",\"effects\":" + effects + "}";
    }
}
