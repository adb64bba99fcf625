package org.yiwang.organisation.model;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.platform.Refusal;

/** What a unit must fulfil: one centre, areas below it, committees below an area. */
public final class UnitRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,19}");
    private static final int NAME_CHARACTERS_MAX = 60;

    private UnitRules() {}

    public static Optional<Refusal> fault(Unit unit, UnitTree units) {
        return Stream.of(
                        unless(ID.matcher(unit.id().value()).matches(), "id", "units.id"),
                        unless(isName(unit.name()), "name", "people.name-missing", NAME_CHARACTERS_MAX),
                        unless(isName(unit.nameEn()), "nameEn", "people.name-missing", NAME_CHARACTERS_MAX),
                        unless(keepsKind(unit, units), "kind", "units.kind-fixed"),
                        unless(isOnlyCentre(unit, units), "kind", "units.one-centre"),
                        unless(isBelow(unit, units), "parent", "units.parent"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= NAME_CHARACTERS_MAX;
    }

    /** People and cells rest on what kind of unit it is. */
    private static boolean keepsKind(Unit unit, UnitTree units) {
        return units.find(unit.id()).map(Unit::kind).map(unit.kind()::equals).orElse(true);
    }

    private static boolean isOnlyCentre(Unit unit, UnitTree units) {
        return unit.kind() != Unit.Kind.CENTRE
                || units.ofKind(Unit.Kind.CENTRE).stream().map(Unit::id).allMatch(unit.id()::equals);
    }

    private static boolean isBelow(Unit unit, UnitTree units) {
        UnitId parent = unit.parent();
        return switch (unit.kind()) {
            case CENTRE -> parent == null;
            case AREA -> parent != null && units.is(parent, Unit.Kind.CENTRE);
            case COMMITTEE -> parent != null && units.is(parent, Unit.Kind.AREA);
            case DEPARTMENT, PARTY -> parent == null || units.is(parent, Unit.Kind.CENTRE);
        };
    }

    private static Optional<Refusal> unless(boolean fulfilled, String field, String code, Object... arguments) {
        return fulfilled ? Optional.empty() : Optional.of(Refusal.invalid(field, code, arguments));
    }
}
