package org.yiwang.programme.model;

import java.util.Set;
import java.util.UUID;
import org.yiwang.organisation.UnitId;

/**
 * Who acts.
 *
 * @param rights what the person is to the programme and may do: {@link #OWNER}, permissions, the own unit
 */
public record Person(UUID id, String name, UnitId unit, Set<String> rights) {
    /** Of the unit that the programme belongs to, and entitled to write it. */
    public static final String OWNER = "owner";
    /** Speaks for the own unit. */
    public static final String OPINE = "programmes.opine";

    boolean isAnyOf(Set<String> wanted) {
        return wanted.stream().anyMatch(rights::contains);
    }

    boolean isOwner() {
        return rights.contains(OWNER);
    }

    boolean speaksForUnit() {
        return rights.contains(OPINE);
    }
}
