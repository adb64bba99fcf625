package org.yiwang.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The steps of which people get a notice. */
@Component
class Occasions {
    private static final String FILE = "/casework/notices.yaml";

    /** Who is told, as seen from the case. */
    enum Audience {
        LEAD,
        ASSISTANTS,
        HANDLER,
        VERIFIER,
        CELL,
        BEFORE,
        DUTY_CHIEFS;

        @JsonCreator
        static Audience of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A step worth a notice. */
    record Occasion(List<Audience> to, String zh, String en) {}

    private final Map<String, Occasion> all;

    Occasions() {
        try (InputStream yaml = Occasions.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            all = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Occasion> of(String action) {
        return Optional.ofNullable(all.get(action));
    }
}
