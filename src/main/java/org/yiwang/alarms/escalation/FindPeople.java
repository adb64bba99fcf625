package org.yiwang.alarms.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.PlaceRecord;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.alarms.model.Rung;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.KnownDevices;

/** Who a rung of the ladder means for an alarm at this moment. */
@Component
class FindPeople {
    private final People people;
    private final Duty duty;
    private final Units units;
    private final RulesInForce rules;
    private final KnownDevices devices;
    private final PlaceRecord places;
    private final Clock clock;

    FindPeople(
            People people,
            Duty duty,
            Units units,
            RulesInForce rules,
            KnownDevices devices,
            PlaceRecord places,
            Clock clock) {
        this.people = people;
        this.duty = duty;
        this.units = units;
        this.rules = rules;
        this.devices = devices;
        this.places = places;
        this.clock = clock;
    }

    List<Staff> of(Tenant tenant, Alarm alarm, String target) {
        return switch (target) {
            case Rung.COMMITTEE ->
                those(
                        tenant,
                        one -> one.is(Role.COMMITTEE) && one.unit().value().equals(alarm.committee()));
            case Rung.CENTRE -> centre(tenant, clock.instant());
            case Rung.SUPERVISOR -> those(tenant, one -> one.is(Role.SUPERVISOR));
            case Rung.LEADER -> those(tenant, one -> one.is(Role.LEADER));
            default -> {
                List<UnitId> named = named(tenant, alarm, target);
                yield those(tenant, one -> named.contains(one.unit()) && answersForUnit(one));
            }
        };
    }

    /** Whoever has the shift; where the roster is empty, all who might have. */
    private List<Staff> centre(Tenant tenant, Instant now) {
        List<Staff> all = those(tenant, one -> one.is(Role.OPERATOR) || one.is(Role.DUTY_CHIEF));
        var present = duty.present(tenant, now);
        List<Staff> there =
                all.stream().filter(one -> present.contains(one.id())).toList();
        return there.isEmpty() ? all : there;
    }

    private static boolean answersForUnit(Staff one) {
        return one.is(Role.PARTY) || one.is(Role.UNIT_LEAD) || one.is(Role.COMMITTEE);
    }

    /** A unit by its id, or the outside party whose name stands at the end of the package's way to it. */
    private List<UnitId> named(Tenant tenant, Alarm alarm, String target) {
        DeviceRules known = rules.all(tenant).get(alarm.kind());
        List<String> path = known == null ? null : known.parties().get(target);
        if (path == null) return List.of(new UnitId(target));
        return devices
                .find(tenant, alarm.device())
                .flatMap(device -> places.at(tenant, device.entry(), path.subList(0, path.size() - 1)))
                .map(record -> record.data().path(path.getLast()).asString("").strip())
                .stream()
                .flatMap(name -> units.all(tenant).stream()
                        .filter(unit ->
                                unit.kind() == Unit.Kind.PARTY && unit.name().equals(name)))
                .map(Unit::id)
                .toList();
    }

    private List<Staff> those(Tenant tenant, Predicate<Staff> wanted) {
        return people.all(tenant).stream().filter(wanted).toList();
    }
}
