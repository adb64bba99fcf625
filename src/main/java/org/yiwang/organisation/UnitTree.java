package org.yiwang.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All units of a sub-district at one moment, in the order in which people list them. */
public final class UnitTree {
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();

    public UnitTree(List<Unit> inOrder) {
        for (Unit unit : inOrder) units.put(unit.id(), unit);
    }

    public List<Unit> all() {
        return List.copyOf(units.values());
    }

    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    public List<Unit> ofKind(Unit.Kind kind) {
        return units.values().stream().filter(unit -> unit.kind() == kind).toList();
    }

    /** The units directly below this one. */
    public List<Unit> below(UnitId parent) {
        return units.values().stream()
                .filter(unit -> parent.equals(unit.parent()))
                .toList();
    }

    public boolean is(UnitId id, Unit.Kind kind) {
        return find(id).map(Unit::kind).filter(kind::equals).isPresent();
    }

    /** The area that a committee belongs to; none when the id is not a committee's or its area is not entered. */
    public Optional<UnitId> areaOf(UnitId committee) {
        return find(committee)
                .flatMap(unit -> Optional.ofNullable(unit.parent()))
                .filter(parent -> is(parent, Unit.Kind.AREA));
    }
}
