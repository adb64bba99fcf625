package org.yiwang.organisation.model;

import static org.yiwang.platform.Decision.granted;
import static org.yiwang.platform.Decision.refused;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;

/** What an entry about a member of staff must fulfil before it is stored. */
public final class StaffRules {
    public static final int NAME_CHARACTERS_MAX = 60;

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9.-]{1,39}");
    private static final Pattern CELL = Pattern.compile("[0-9]{11,16}");

    private StaffRules() {}

    /** The draft ready to be stored: a person of a committee or an area who names none answers for that one. */
    public static Decision<StaffDraft> check(StaffDraft entered, UnitTree units) {
        StaffDraft draft = entered.with(completed(entered, units));
        Optional<Refusal> fault = faults(draft, units).flatMap(Optional::stream).findFirst();
        return fault.isPresent() ? refused(fault.get()) : granted(draft);
    }

    private static Scope completed(StaffDraft draft, UnitTree units) {
        Scope scope = draft.scope();
        boolean leads =
                draft.roles().contains(Role.GRID_LEADER) && scope.areas().isEmpty();
        boolean works = worksInCommittee(draft) && scope.committees().isEmpty();
        return new Scope(
                leads && units.is(draft.unit(), Unit.Kind.AREA) ? Set.of(draft.unit()) : scope.areas(),
                works && units.is(draft.unit(), Unit.Kind.COMMITTEE) ? Set.of(draft.unit()) : scope.committees(),
                scope.cells());
    }

    private static boolean worksInCommittee(StaffDraft draft) {
        return draft.roles().contains(Role.COMMITTEE) || draft.roles().contains(Role.INSPECTOR);
    }

    private static Stream<Optional<Refusal>> faults(StaffDraft d, UnitTree units) {
        Scope scope = d.scope();
        return Stream.of(
                unless(LOGIN.matcher(d.login()).matches(), "login", "people.login-unusable"),
                unless(isName(d.name()), "name", "people.name-missing", NAME_CHARACTERS_MAX),
                unless(isName(d.nameEn()), "nameEn", "people.name-missing", NAME_CHARACTERS_MAX),
                unless(units.find(d.unit()).isPresent(), "unit", "people.unknown-unit", d.unit()),
                unless(!d.roles().isEmpty(), "roles", "people.no-role"),
                unless(!isOutside(d) || d.roles().size() == 1, "roles", "people.party-alone"),
                unless(isOutside(d) == units.is(d.unit(), Unit.Kind.PARTY), "unit", "people.party-unit"),
                unlessAll(scope.areas(), Unit.Kind.AREA, units, "areas", "people.unknown-area"),
                unlessAll(scope.committees(), Unit.Kind.COMMITTEE, units, "committees", "people.unknown-committee"),
                unless(scope.cells().stream().allMatch(c -> CELL.matcher(c).matches()), "cells", "people.cell-code"),
                unless(!d.roles().contains(Role.GRID_LEADER) || !scope.areas().isEmpty(), "areas", "people.no-area"),
                unless(!worksInCommittee(d) || !scope.committees().isEmpty(), "committees", "people.no-committee"));
    }

    private static boolean isOutside(StaffDraft draft) {
        return draft.roles().contains(Role.PARTY);
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= NAME_CHARACTERS_MAX;
    }

    private static Optional<Refusal> unlessAll(
            Set<UnitId> ids, Unit.Kind kind, UnitTree units, String field, String code) {
        String strangers = ids.stream()
                .filter(id -> !units.is(id, kind))
                .map(UnitId::value)
                .sorted()
                .collect(Collectors.joining(", "));
        return unless(strangers.isEmpty(), field, code, strangers);
    }

    private static Optional<Refusal> unless(boolean fulfilled, String field, String code, Object... arguments) {
        return fulfilled ? Optional.empty() : Optional.of(Refusal.invalid(field, code, arguments));
    }
}
