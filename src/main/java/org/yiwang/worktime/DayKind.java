package org.yiwang.worktime;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a day is by the State Council's notices. */
public enum DayKind {
    WORKING,
    WEEKEND,
    HOLIDAY,
    /** A Saturday or Sunday worked in exchange for a day off (调休上班). */
    MAKE_UP;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isWorking() {
        return this == WORKING || this == MAKE_UP;
    }
}
