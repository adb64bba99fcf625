package org.yiwang.indicators;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.PlaceKind;
import org.yiwang.registry.model.Register;

/**
 * For whom something is counted: a figure counts the records that the person could open one by one, no others. The views of schema {@code figures} are narrowed to
 * it, so that no SQL of a package can forget it.
 *
 * @param registers those that the person's roles may read
 * @param kept those of them that the person sees all of, wherever an entry lies
 */
record Reader(
        Tenant tenant,
        boolean everything,
        Set<UnitId> areas,
        Set<UnitId> committees,
        UnitId unit,
        List<String> registers,
        List<String> kept) {
    private static final UnitId NO_UNIT = new UnitId("-");

    static Reader of(Staff staff, Collection<Register> registers) {
        Sight sight = staff.sight();
        List<Register> readable = registers.stream()
                .filter(one -> staff.roles().stream().anyMatch(one.rights().read()::contains))
                .toList();
        return new Reader(
                staff.tenant(),
                sight.everything(),
                sight.areas(),
                sight.committees(),
                sight.unit(),
                readable.stream().map(Register::name).toList(),
                readable.stream()
                        .filter(one -> one.place() == PlaceKind.NONE
                                || one.rights().keepers().contains(sight.unit()))
                        .map(Register::name)
                        .toList());
    }

    /** Who sees all of a sub-district: what a package's SQL is tried with before it is published. */
    static Reader ofAll(Tenant tenant, Collection<String> registers) {
        return new Reader(tenant, true, Set.of(), Set.of(), NO_UNIT, List.copyOf(registers), List.of());
    }

    /** The settings that the views look at. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("yiwang.tenant", Integer.toString(tenant.code()));
        settings.put("yiwang.sees", everything ? "everything" : "part");
        settings.put("yiwang.areas", joined(areas));
        settings.put("yiwang.committees", joined(committees));
        settings.put("yiwang.unit", unit.value());
        settings.put("yiwang.registers", String.join(",", registers));
        settings.put("yiwang.kept", String.join(",", kept));
        return settings;
    }

    private static String joined(Set<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().collect(Collectors.joining(","));
    }
}
