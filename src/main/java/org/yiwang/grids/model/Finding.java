package org.yiwang.grids.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How plainly a cell falls to one of a department's grids. */
public enum Finding {
    CLEAR,
    /** More than {@link ProposeHolders#SPLIT} of it lies elsewhere. */
    SPLIT,
    /** Two have the same. */
    TIE,
    /** Nobody has it. */
    GAP;

    /** Whether a person has to decide. */
    public boolean isConflict() {
        return this == SPLIT || this == TIE;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Finding of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
