package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.GroundBook;
import org.yiwang.demonstration.plan.PlannedDevices;
import org.yiwang.demonstration.plan.PlannedRegisters;
import org.yiwang.demonstration.plan.PlannedRivers;
import org.yiwang.demonstration.plan.PlannedRoads;
import org.yiwang.demonstration.plan.PlannedStreets;
import org.yiwang.demonstration.plan.PlannedUnits;
import org.yiwang.demonstration.plan.ShopBook;
import org.yiwang.demonstration.plan.UnitBook;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.FillRegister;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;
import org.yiwang.worktime.WorkCalendar;

/** Fills the demonstration's registers, as far as packages define them. */
@Component
class EnterRegisters {
    private static final int LATE_DAYS = 40;

    private final FillRegister fill;
    private final Registers registers;
    private final People people;
    private final Territories territories;

    EnterRegisters(FillRegister fill, Registers registers, People people, Territories territories) {
        this.fill = fill;
        this.registers = registers;
        this.people = people;
        this.territories = territories;
    }

    void enter(Tenant tenant, YearPlan year, Path texts) throws IOException {
        PlannedRegisters planned = PlannedRegisters.of(year, territories.of(tenant), ShopBook.read(texts));
        Staff clerk = clerk(tenant);
        enter(clerk, "building", planned.buildings(), year);
        enter(clerk, "shop", planned.shops(), year);
        if (year.ground() != null) enterGround(clerk, year, texts);
        if (year.devices() != null) enterDevices(clerk, year, year.devices(), texts);
        if (year.safety() == null) return;
        PlannedUnits units = units(tenant, year, texts);
        enter(clerk, "park", units.parks(), year);
        enter(clerk, "unit", units.units(), year);
    }

    PlannedUnits units(Tenant tenant, YearPlan year, Path texts) throws IOException {
        return PlannedUnits.of(year, territories.of(tenant), ShopBook.read(texts), UnitBook.read(texts));
    }

    /** Rivers, roads and streets, entered before the year began: its rounds go over them. */
    private void enterGround(Staff clerk, YearPlan year, Path texts) throws IOException {
        Territory territory = territories.of(clerk.tenant());
        GroundBook book = GroundBook.read(texts);
        PlannedRivers rivers = new PlannedRivers(year, territory, book, ShopBook.read(texts));
        PlannedStreets streets = new PlannedStreets(year, territory, book);
        enterAndConfirm(clerk, "river-section", rivers.sections(), year);
        enterAndConfirm(clerk, "sampling-point", rivers.points(), year);
        enterAndConfirm(clerk, "road", new PlannedRoads(year, territory, book).roads(), year);
        enterAndConfirm(clerk, "bike-operator", streets.operators(), year);
        enterAndConfirm(clerk, "parking-line", streets.lines(), year);
        enterAndConfirm(clerk, "parking-area", streets.areas(), year);
        enterAndConfirm(clerk, "guarded-spot", streets.spots(), year);
    }

    private void enterDevices(Staff clerk, YearPlan year, YearPlan.Devices devices, Path texts) throws IOException {
        Territory territory = territories.of(clerk.tenant());
        PlannedDevices planned = new PlannedDevices(year, territory);
        enterAndConfirm(clerk, "lift", planned.lifts(), year);
        enterAndConfirm(clerk, "lift-gateway", planned.gateways(), year);
        enterAndConfirm(clerk, "lift-controller", planned.controllers(), year);
        enterAndConfirm(clerk, "waste-point", planned.points(), year);
        enterAndConfirm(clerk, "waste-sensor", planned.sensors(), year);
        if (year.ground() == null) return;
        PlannedRivers rivers = new PlannedRivers(year, territory, GroundBook.read(texts), ShopBook.read(texts));
        enterAndConfirm(clerk, "water-station", PlannedDevices.stations(rivers.points(), devices.stations()), year);
    }

    private void enterAndConfirm(Staff clerk, String register, List<GivenEntry> entries, YearPlan year) {
        if (registers.find(clerk.tenant(), register).isEmpty()) return;
        fill.fill(clerk, register, entries, early(year));
        PlannedRegisters.split(
                entries, year.registers().stale(), some -> {}, some -> fill.confirm(clerk, register, some, late(year)));
    }

    private static Instant early(YearPlan year) {
        return LocalDate.of(year.year() - 1, 11, 12)
                .atTime(10, 0)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private static Instant late(YearPlan year) {
        return year.opening().minus(Duration.ofDays(LATE_DAYS));
    }

    private Staff clerk(Tenant tenant) {
        return people.all(tenant).stream()
                .filter(staff -> staff.is(Role.OPERATOR))
                .findFirst()
                .orElseThrow();
    }

    private void enter(Staff clerk, String register, List<GivenEntry> entries, YearPlan year) {
        if (registers.find(clerk.tenant(), register).isEmpty()) return;
        PlannedRegisters.split(
                entries,
                year.registers().stale(),
                some -> fill.fill(clerk, register, some, early(year)),
                some -> fill.fill(clerk, register, some, late(year)));
    }
}
