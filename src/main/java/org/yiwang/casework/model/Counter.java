package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is counted in a case's life because assessment asks for it. */
public enum Counter {
    /** 返工 */
    REWORK,
    /** 退单 */
    RETURN,
    /** 重开 */
    REOPEN;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Counter of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
