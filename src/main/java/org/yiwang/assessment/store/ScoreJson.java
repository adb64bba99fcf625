package org.yiwang.assessment.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Fraction;
import org.yiwang.assessment.model.Scheme;
import org.yiwang.assessment.model.Score;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands as JSON in the rows. */
final class ScoreJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POINT_DECIMALS = 4;
    private static final int RATE_DECIMALS = 6;
    private static final TypeReference<LinkedHashMap<String, EditionStore.Part>> PARTS = new TypeReference<>() {};

    private ScoreJson() {}

    static String scheme(Scheme scheme) {
        return JSON.writeValueAsString(scheme);
    }

    static Scheme scheme(String json) {
        return JSON.readValue(json, Scheme.class);
    }

    static String parts(Score score) {
        return JSON.writeValueAsString(partsOf(score));
    }

    static Map<String, EditionStore.Part> partsOf(Score score) {
        Map<String, EditionStore.Part> parts = new LinkedHashMap<>();
        for (Score.Part part : score.parts()) {
            @Nullable Fraction rate = score.scheme().isMeasure(part.id()) ? part.rate() : null;
            parts.put(
                    part.id(),
                    new EditionStore.Part(
                            part.counted(),
                            part.earned(),
                            part.points().rounded(POINT_DECIMALS),
                            rate == null ? null : rate.rounded(RATE_DECIMALS)));
        }
        return parts;
    }

    static Map<String, EditionStore.Part> parts(String json) {
        return JSON.readValue(json, PARTS);
    }
}
