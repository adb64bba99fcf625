package org.yiwang.assessment.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month's score as it was computed once (版本). Immutable; another computation is another edition. The running month has one that nobody keeps.
 *
 * @param number within the month, from 1; {@link #RUNNING} of the running month as it stands
 * @param version of the package whose formula it was made by
 * @param digest SM3 over what it follows from
 * @param madeBy name of who had it computed
 * @param publishedAt null while only the centre sees it
 */
public record Edition(
        UUID id,
        String packageId,
        String name,
        YearMonth month,
        int number,
        int version,
        Scheme scheme,
        String digest,
        Cause cause,
        String madeBy,
        Instant madeAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    /** The number under which the running month is asked for (暂定). */
    public static final int RUNNING = 0;

    /** What it was computed for. */
    public enum Cause {
        /** The month's first. */
        MONTH,
        /** Something has changed since: requests granted, events that came late, another formula. */
        AGAIN,
        /** Provisional: the running month up to now, made anew whenever a case changes. */
        RUNNING;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Cause of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isRunning() {
        return number == RUNNING;
    }

    public boolean isPublished() {
        return publishedAt != null;
    }
}
