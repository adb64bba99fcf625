package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.casework.model.Procedure;
import org.yiwang.demonstration.plan.Album;
import org.yiwang.demonstration.plan.Finds;
import org.yiwang.demonstration.plan.PlannedDiscoveries;
import org.yiwang.demonstration.plan.PlannedHazards;
import org.yiwang.demonstration.plan.PlannedPlans;
import org.yiwang.demonstration.plan.PlannedSorting;
import org.yiwang.demonstration.plan.PlannedUnits;
import org.yiwang.demonstration.plan.PlannedWalk;
import org.yiwang.demonstration.plan.PlannedYear;
import org.yiwang.demonstration.plan.Shopfronts;
import org.yiwang.demonstration.plan.TextBook;
import org.yiwang.demonstration.plan.UnitVisits;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rounds.PlayRounds;
import org.yiwang.rounds.model.Stop;
import org.yiwang.territory.Territories;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plans the year over the map, the people, the packages and the registers that are there. */
@Component
class PlanYear {
    private final CatalogueStore catalogue;
    private final WorkCalendar calendar;
    private final Territories territories;
    private final Units units;
    private final People people;
    private final DrawAlbum album;
    private final PlayRounds rounds;
    private final Entries entries;
    private final EnterRegisters registers;

    PlanYear(
            CatalogueStore catalogue,
            WorkCalendar calendar,
            Territories territories,
            Units units,
            People people,
            DrawAlbum album,
            PlayRounds rounds,
            Entries entries,
            EnterRegisters registers) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.territories = territories;
        this.units = units;
        this.people = people;
        this.album = album;
        this.rounds = rounds;
        this.entries = entries;
        this.registers = registers;
    }

    /** @param walk null where the year does not say how the rounds were walked */
    record Planned(PlannedYear year, @Nullable PlannedWalk walk) {}

    Planned of(Tenant tenant, YearPlan year, Path texts) throws IOException {
        PlannedUnits inspected = year.safety() == null ? null : registers.units(tenant, year, texts);
        PlannedHazards hazards =
                inspected == null ? null : new PlannedHazards(year, calendar, territories.of(tenant), inspected);
        Album drawings = album.draw(tenant);
        PlannedYear planned = year(tenant, year, TextBook.read(texts), drawings, found(tenant, year, hazards));
        UnitVisits visits = inspected == null || hazards == null ? null : new UnitVisits(inspected, hazards);
        return new Planned(planned, year.rounds() == null ? null : walk(tenant, year, planned, drawings, visits));
    }

    private PlannedYear.Found found(Tenant tenant, YearPlan year, @Nullable PlannedHazards hazards) {
        Map<String, List<EntryFacts>> known = new HashMap<>();
        List<Finds> all = new ArrayList<>();
        if (hazards != null) all.add(hazards);
        all.add(new PlannedDiscoveries(
                year,
                rounds.inForce(tenant),
                register -> known.computeIfAbsent(register, name -> entries.all(tenant, name))));
        all.add(new PlannedPlans(year, entries.all(tenant, "road")));
        return new PlannedYear.Found(all, new Shopfronts(year, entries.all(tenant, "shop")));
    }

    private PlannedYear year(Tenant tenant, YearPlan year, TextBook book, Album drawings, PlannedYear.Found found) {
        Catalogue known = catalogue.of(tenant);
        Map<String, Procedure> procedures = new HashMap<>();
        known.categories().keySet().forEach(code -> procedures.put(code, known.procedure(code, null)));
        return PlannedYear.of(
                year,
                calendar,
                known.categories(),
                procedures,
                territories.of(tenant),
                units.all(tenant),
                people.all(tenant),
                book,
                drawings,
                found);
    }

    private PlannedWalk walk(
            Tenant tenant, YearPlan year, PlannedYear planned, Album drawings, @Nullable UnitVisits visits) {
        List<Staff> staff = people.all(tenant);
        Map<String, List<Staff>> walkers = new HashMap<>();
        for (Staff person : staff)
            people.cellsOf(tenant, person.id()).forEach(cell -> walkers.computeIfAbsent(cell, _ -> new ArrayList<>())
                    .add(person));
        Map<String, Map<String, ObjectNode>> known = new HashMap<>();
        return new PlannedWalk(
                year,
                calendar,
                drawings,
                walkers,
                staff,
                visits,
                planned,
                stop -> record(tenant, stop, known),
                sorting(tenant, year));
    }

    private @Nullable PlannedSorting sorting(Tenant tenant, YearPlan year) {
        YearPlan.Sorting sorting = year.sorting();
        if (sorting == null) return null;
        Map<String, String> estates = entries.all(tenant, "building").stream()
                .filter(building -> building.data().has("estate"))
                .collect(Collectors.toMap(
                        EntryFacts::key,
                        building -> building.data().path("estate").asString("")));
        return new PlannedSorting(year, sorting, estates, entries.all(tenant, "waste-point"));
    }

    private ObjectNode record(Tenant tenant, Stop stop, Map<String, Map<String, ObjectNode>> known) {
        String register = stop.subject().register();
        if (register == null) return JsonNodeFactory.instance.objectNode();
        return known.computeIfAbsent(register, name -> byKey(tenant, name))
                .getOrDefault(stop.subject().key(), JsonNodeFactory.instance.objectNode());
    }

    private Map<String, ObjectNode> byKey(Tenant tenant, String register) {
        return entries.all(tenant, register).stream().collect(Collectors.toMap(EntryFacts::key, EntryFacts::data));
    }
}
