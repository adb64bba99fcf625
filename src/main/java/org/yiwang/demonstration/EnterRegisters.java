package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.PlannedRegisters;
import org.yiwang.demonstration.plan.PlannedStreets;
import org.yiwang.demonstration.plan.PlannedUnits;
import org.yiwang.demonstration.plan.ShopBook;
import org.yiwang.demonstration.plan.UnitBook;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.FillRegister;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Territories;
import org.yiwang.worktime.WorkCalendar;

/** Fills the demonstration's registers, as far as packages define them. */
@Component
class EnterRegisters {
    private static final int LATE_DAYS = 40;

    private final FillRegister fill;
    private final Registers registers;
    private final People people;
    private final Territories territories;
    private final Entries entries;

    EnterRegisters(FillRegister fill, Registers registers, People people, Territories territories, Entries entries) {
        this.fill = fill;
        this.registers = registers;
        this.people = people;
        this.territories = territories;
        this.entries = entries;
    }

    void enter(Tenant tenant, YearPlan year, Path texts) throws IOException {
        PlannedRegisters planned = PlannedRegisters.of(year, territories.of(tenant), ShopBook.read(texts));
        Staff clerk = clerk(tenant);
        enter(clerk, "building", planned.buildings(), year);
        enter(clerk, "shop", planned.shops(), year);
        if (year.safety() == null) return;
        PlannedUnits units = units(tenant, year, texts);
        enter(clerk, "park", units.parks(), year);
        enter(clerk, "unit", units.units(), year);
    }

    PlannedUnits units(Tenant tenant, YearPlan year, Path texts) throws IOException {
        return PlannedUnits.of(year, territories.of(tenant), ShopBook.read(texts), UnitBook.read(texts));
    }

    /** What is counted and guarded in the streets begins with the opening: the rounds of the year did not go there yet. */
    void enterStreets(Tenant tenant, YearPlan year) {
        PlannedStreets planned = new PlannedStreets(year, territories.of(tenant));
        enterNew(tenant, "bike-operator", planned.operators(), year.opening());
        enterNew(tenant, "parking-line", planned.lines(), year.opening());
        enterNew(tenant, "guarded-spot", planned.spots(), year.opening());
    }

    private void enterNew(Tenant tenant, String register, List<GivenEntry> given, Instant at) {
        Set<String> known = new HashSet<>();
        entries.all(tenant, register).forEach(entry -> known.add(entry.key()));
        String key = register.equals("bike-operator") ? "unit" : "number";
        List<GivenEntry> fresh = given.stream()
                .filter(one -> !known.contains(one.data().path(key).asString("")))
                .toList();
        if (registers.find(tenant, register).isPresent() && !fresh.isEmpty())
            fill.fill(clerk(tenant), register, fresh, at);
    }

    private Staff clerk(Tenant tenant) {
        return people.all(tenant).stream()
                .filter(staff -> staff.is(Role.OPERATOR))
                .findFirst()
                .orElseThrow();
    }

    private void enter(Staff clerk, String register, List<GivenEntry> entries, YearPlan year) {
        if (registers.find(clerk.tenant(), register).isEmpty()) return;
        Instant early = LocalDate.of(year.year() - 1, 11, 12)
                .atTime(10, 0)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
        Instant late = year.opening().minus(Duration.ofDays(LATE_DAYS));
        PlannedRegisters.split(
                entries,
                year.registers().stale(),
                some -> fill.fill(clerk, register, some, early),
                some -> fill.fill(clerk, register, some, late));
    }
}
