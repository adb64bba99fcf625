package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.demonstration.plan.PlannedFinds;
import org.yiwang.demonstration.plan.PlannedUnits;
import org.yiwang.demonstration.plan.PlannedWalk;
import org.yiwang.demonstration.plan.PlannedYear;
import org.yiwang.demonstration.plan.TextBook;
import org.yiwang.demonstration.plan.UnitVisits;
import org.yiwang.demonstration.plan.YearFile;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.exchange.ApiKeys;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.SeedOrganisation;
import org.yiwang.organisation.SeededAccount;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Progress;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;
import org.yiwang.territory.Territories;
import org.yiwang.territory.TerritoryImport;
import org.yiwang.worktime.WorkCalendar;

/** Fills an empty installation with the demonstration at its first start: map, people, then the year. */
@Component
@ConditionalOnProperty("yiwang.demonstration.year")
class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final Path PLACE = Path.of("examples", "daqiao");
    private static final Path TEXTS = Path.of("examples", "texts");
    private static final int ROSTER_MONTHS_AHEAD = 3;

    private final People people;
    private final Units units;
    private final SeedOrganisation organisation;
    private final TerritoryImport territory;
    private final Territories territories;
    private final CatalogueStore catalogue;
    private final WorkCalendar calendar;
    private final EnterRegisters registers;
    private final EnterGrids grids;
    private final EnterScores scores;
    private final DrawAlbum album;
    private final PlayYear engine;
    private final DemonstrationStore store;
    private final Greeting greeting;
    private final Progress progress;
    private final Secrets secrets;
    private final ApiKeys keys;
    private final Tenant tenant;
    private final Path file;

    Demonstration(
            People people,
            Units units,
            SeedOrganisation organisation,
            TerritoryImport territory,
            Territories territories,
            CatalogueStore catalogue,
            WorkCalendar calendar,
            EnterRegisters registers,
            EnterGrids grids,
            EnterScores scores,
            DrawAlbum album,
            PlayYear engine,
            DemonstrationStore store,
            Greeting greeting,
            Progress progress,
            Secrets secrets,
            ApiKeys keys,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.demonstration.year}") Path file) {
        this.people = people;
        this.units = units;
        this.organisation = organisation;
        this.territory = territory;
        this.territories = territories;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.registers = registers;
        this.grids = grids;
        this.scores = scores;
        this.album = album;
        this.engine = engine;
        this.store = store;
        this.greeting = greeting;
        this.progress = progress;
        this.secrets = secrets;
        this.keys = keys;
        this.tenant = new Tenant(tenant);
        this.file = file;
    }

    /** @throws YearFile.Faulty naming each line of the year's file that cannot be played */
    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        YearPlan year = YearFile.read(file, catalogue.of(tenant).categories().keySet());
        remember(Hash.of(Sm3.hash(Files.readAllBytes(file))).hex());
        if (people.isEmpty(tenant)) {
            seed(year.lastDay());
            registers.enter(tenant, year, TEXTS);
            grids.enter(tenant, year, TEXTS);
        }
        greeting.greet();
        if (!store.isFinished(tenant))
            Thread.ofPlatform().name("demonstration").daemon().start(() -> load(year));
    }

    private void remember(String hash) {
        store.prepare();
        Optional<String> known = store.fileHash(tenant);
        if (known.isEmpty()) store.begin(tenant, hash);
        else if (!known.get().equals(hash))
            LOG.warn(
                    "{} has changed since this data folder was filled from it. Name an empty folder with --data to play the changed year.",
                    file);
    }

    private void seed(LocalDate today) throws IOException {
        territory.importFolder(PLACE);
        String password = secrets.token().substring(0, 10);
        Path staff = PLACE.resolve("organisation.yaml");
        List<SeededAccount> accounts = organisation.seed(staff, login -> password);
        String key = keys.give(tenant, "演示系统 Demonstration", "demonstration").secret();
        greeting.tell(password, key, accounts);
        organisation.drawUpRoster(staff, today.withDayOfYear(1), today.plusMonths(ROSTER_MONTHS_AHEAD));
        catalogue.refresh();
    }

    private void load(YearPlan year) {
        try {
            progress.begin("planning", 1);
            PlannedUnits inspected = year.safety() == null ? null : registers.units(tenant, year, TEXTS);
            PlannedFinds found =
                    inspected == null ? null : new PlannedFinds(year, calendar, territories.of(tenant), inspected);
            PlannedYear planned = plan(year, found);
            PlannedWalk walk = walk(year, inspected == null || found == null ? null : new UnitVisits(inspected, found));
            LoadingBar.during(
                    progress,
                    () -> engine.play(tenant, planned, walk, year.opening(), () -> scores.enter(tenant, year)));
            registers.enterStreets(tenant, year);
            greeting.tell(store.links(tenant));
        } catch (IOException | RuntimeException e) {
            progress.finish();
            LOG.error("The demonstration year could not be loaded in full; the next start goes on from here.", e);
        }
    }

    private @Nullable PlannedWalk walk(YearPlan year, @Nullable UnitVisits units) throws IOException {
        if (year.rounds() == null) return null;
        List<Staff> staff = people.all(tenant);
        Map<String, List<Staff>> walkers = new HashMap<>();
        for (Staff person : staff)
            people.cellsOf(tenant, person.id()).forEach(cell -> walkers.computeIfAbsent(cell, _ -> new ArrayList<>())
                    .add(person));
        return new PlannedWalk(year, calendar, album.draw(tenant), walkers, staff, units);
    }

    private PlannedYear plan(YearPlan year, @Nullable PlannedFinds found) throws IOException {
        return PlannedYear.of(
                year,
                calendar,
                catalogue.of(tenant).categories(),
                territories.of(tenant),
                units.all(tenant),
                people.all(tenant),
                TextBook.read(TEXTS),
                album.draw(tenant),
                found);
    }
}
