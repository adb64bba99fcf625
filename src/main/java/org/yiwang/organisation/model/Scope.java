package org.yiwang.organisation.model;

import java.util.Set;
import org.yiwang.organisation.UnitId;

/**
 * What a person answers for on the map.
 *
 * @param cells codes of the grid cells an inspector walks (GB/T 30428.1)
 */
public record Scope(Set<UnitId> areas, Set<UnitId> committees, Set<String> cells) {
    public static final Scope NONE = new Scope(Set.of(), Set.of(), Set.of());
}
