package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as the analysis sees it.
 *
 * @param cell its number in the {@link Ground}
 * @param spot the place to about 50 metres, so that the same corner has the same word
 * @param subject the record that it is about, as {@code register/key}
 * @param caller a mark that is the same for the same telephone number and tells nothing of it
 */
public record Occurrence(
        UUID id,
        String category,
        int cell,
        LocalDate day,
        String spot,
        String address,
        @Nullable String subject,
        @Nullable String subjectLabel,
        @Nullable String caller) {}
