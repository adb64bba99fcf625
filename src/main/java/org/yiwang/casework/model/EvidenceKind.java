package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a photo shows. */
public enum EvidenceKind {
    /** 处置前 */
    BEFORE,
    /** 处置后 */
    AFTER,
    /** 核实、核查 */
    CHECK,
    OTHER;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static EvidenceKind of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
