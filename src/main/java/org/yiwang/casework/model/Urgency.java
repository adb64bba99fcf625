package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How fast a matter must be met. */
public enum Urgency {
    NORMAL,
    URGENT;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Urgency of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
