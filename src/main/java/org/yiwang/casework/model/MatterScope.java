package org.yiwang.casework.model;

import java.util.Set;

/**
 * Which cases a matter is made of.
 *
 * @param categories at least one
 * @param areas of the cases' places; all where empty
 * @param units that lead the cases; all where empty
 */
public record MatterScope(Set<String> categories, Set<String> areas, Set<String> units) {
    public static final MatterScope NONE = new MatterScope(Set.of(), Set.of(), Set.of());
}
