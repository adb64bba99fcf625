package org.yiwang.sensing.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payload turned out to be. */
public sealed interface Understood {
    /** @param values a JSON object by the names that the kind gives */
    record Reading(@Nullable Instant deviceTime, @Nullable String messageId, String values) implements Understood {}

    /** @param reason a code of {@code refusals/sensing.yaml}, with the values for its words */
    record Garbled(String reason, List<String> detail) implements Understood {
        public static Garbled of(String reason, Object... detail) {
            return new Garbled(
                    reason, List.of(detail).stream().map(String::valueOf).toList());
        }
    }
}
