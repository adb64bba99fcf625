package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a case needs more than its handler. */
public enum Trouble {
    /** 疑难: arbitrated, or done over and over. */
    HARD,
    /** 重复: the same caller or the same place with the same matter. */
    REPEATED,
    /** 退单: sent back by more than one unit, or as often as is allowed. */
    RETURNED,
    /** 超期 */
    LATE,
    /** 不满意: at the return visit, or by the reporter's own rating. */
    DISSATISFIED;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Trouble of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
