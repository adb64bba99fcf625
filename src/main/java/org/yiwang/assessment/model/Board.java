package org.yiwang.assessment.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tables of units that are compared with each other. */
public enum Board {
    /** The sub-district as a whole, compared with its peers. */
    ALL,
    DEPARTMENT,
    COMMITTEE;

    /** The one unit of the board {@link #ALL}. */
    public static final String WHOLE = "all";

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Board of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Whom a line counts for on this board; null for nobody. */
    public @Nullable String unit(Line line) {
        return switch (this) {
            case ALL -> WHOLE;
            case DEPARTMENT -> line.department();
            case COMMITTEE -> line.committee().isEmpty() ? null : line.committee();
        };
    }
}
