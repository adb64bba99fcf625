package org.yiwang.worktime;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a calendar day is to the office. */
public enum DayKind {
    WORKING,
    WEEKEND,
    HOLIDAY,
    MAKE_UP;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isWorking() {
        return this == WORKING || this == MAKE_UP;
    }
}
