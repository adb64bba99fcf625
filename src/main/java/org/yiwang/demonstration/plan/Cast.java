package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;

/** Who plays which part. */
final class Cast {
    private static final int AT_ONCE = 3;
    private static final long SHIFT_SECONDS = 8 * 3600;

    private final Map<UnitId, List<Staff>> byUnit = new HashMap<>();
    private final Map<Role, List<Staff>> byRole = new HashMap<>();

    private final Map<UnitId, String> names = new HashMap<>();

    Cast(List<Unit> units, List<Staff> staff) {
        for (Unit unit : units) names.put(unit.id(), unit.name());
        for (Staff person : staff) {
            byUnit.computeIfAbsent(person.unit(), u -> new ArrayList<>()).add(person);
            for (Role role : person.roles())
                byRole.computeIfAbsent(role, r -> new ArrayList<>()).add(person);
        }
    }

    Staff any(Role role, Dice dice) {
        List<Staff> some = byRole.getOrDefault(role, List.of());
        if (some.isEmpty()) throw new IllegalStateException("The organisation has nobody in the post of " + role.id());
        return dice.pick(some);
    }

    /** One of the three operators who are at their desks in this shift of eight hours. */
    Staff operator(Instant at, Dice dice) {
        List<Staff> all = byRole.getOrDefault(Role.OPERATOR, List.of());
        if (all.isEmpty()) return any(Role.OPERATOR, dice);
        long shift = Math.floorDiv(at.getEpochSecond(), SHIFT_SECONDS);
        return all.get((int) Math.floorMod(shift * AT_ONCE + dice.below(AT_ONCE), (long) all.size()));
    }

    String nameOf(UnitId unit) {
        return names.getOrDefault(unit, unit.value());
    }

    boolean canHandle(UnitId unit) {
        return !handlers(unit).isEmpty();
    }

    /** One of those who do the unit's work: 承办人员, in a committee its cadres, of an outside party its people. */
    Staff handler(UnitId unit, Dice dice) {
        return dice.pick(handlers(unit));
    }

    Optional<Staff> leadOf(UnitId unit, Dice dice) {
        List<Staff> leads = of(unit, Role.UNIT_LEAD);
        return leads.isEmpty() ? Optional.empty() : Optional.of(dice.pick(leads));
    }

    Staff inspector(Place place, Dice dice) {
        List<Staff> near = onSite(Role.INSPECTOR, place);
        if (near.isEmpty())
            throw new IllegalStateException("No inspector answers for " + place.committee() + ", cell " + place.cell());
        return dice.pick(near);
    }

    /** Someone who may verify what this unit and person did at this place: from another unit, the inspectors of the place first. */
    Staff verifier(Place place, @Nullable UnitId lead, Staff handler, Dice dice) {
        for (Role role : List.of(Role.INSPECTOR, Role.GRID_LEADER, Role.COMMITTEE)) {
            List<Staff> others = onSite(role, place).stream()
                    .filter(person -> !person.unit().equals(lead) && !person.equals(handler))
                    .toList();
            if (role == Role.GRID_LEADER && dice.chance(0.35)) break;
            if (!others.isEmpty()) return dice.pick(others);
        }
        return any(Role.OPERATOR, dice);
    }

    /** A colleague who looks at what an inspector settled on the spot. */
    Staff secondLook(Place place, Staff inspector, Dice dice) {
        List<Staff> others = onSite(Role.INSPECTOR, place).stream()
                .filter(person -> !person.equals(inspector))
                .toList();
        return others.isEmpty() || dice.chance(0.25) ? any(Role.OPERATOR, dice) : dice.pick(others);
    }

    private List<Staff> onSite(Role role, Place place) {
        return byRole.getOrDefault(role, List.of()).stream()
                .filter(person -> covers(person, place))
                .toList();
    }

    private static boolean covers(Staff person, Place place) {
        return person.sight().committees().contains(place.committee())
                || person.sight().areas().contains(place.area());
    }

    private List<Staff> handlers(UnitId unit) {
        return Stream.of(Role.HANDLER, Role.COMMITTEE, Role.PARTY)
                .map(role -> of(unit, role))
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Staff> of(UnitId unit, Role role) {
        return byUnit.getOrDefault(unit, List.of()).stream()
                .filter(person -> person.is(role))
                .toList();
    }
}
