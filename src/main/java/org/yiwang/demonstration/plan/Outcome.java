package org.yiwang.demonstration.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What becomes of a case, as the year's file counts it. */
public enum Outcome {
    DECLINED,
    WITHDRAWN,
    MERGED,
    SELF_HANDLED,
    CHECKED,
    RETURNED,
    RETURN_REFUSED,
    RETURNED_TWICE,
    ARBITRATED,
    EXTENDED,
    EXTENSION_REFUSED,
    SUSPENDED,
    LATE,
    CLAIM_LATE,
    REWORKED,
    ASSISTED,
    REOPENED,
    SPLIT;

    /** How a case may end other than handled, verified and closed. */
    static final Set<Outcome> ENDINGS = EnumSet.of(DECLINED, WITHDRAWN, MERGED, SELF_HANDLED);

    /** A case has at most one of these. */
    static final Set<Outcome> COURSES = EnumSet.of(
            RETURNED,
            RETURN_REFUSED,
            RETURNED_TWICE,
            ARBITRATED,
            EXTENDED,
            EXTENSION_REFUSED,
            SUSPENDED,
            LATE,
            CLAIM_LATE,
            SPLIT);

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Outcome of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
