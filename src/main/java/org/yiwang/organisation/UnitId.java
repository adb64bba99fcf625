package org.yiwang.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Short stable name of a unit, such as {@code c07} or {@code chengguan}. */
public record UnitId(@JsonValue String value) {
    @JsonCreator
    public UnitId {}

    @Override
    public String toString() {
        return value;
    }
}
