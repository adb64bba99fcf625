package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.demonstration.plan.YearFile;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.exchange.ApiKeys;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.SeedOrganisation;
import org.yiwang.organisation.SeededAccount;
import org.yiwang.platform.Progress;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;
import org.yiwang.territory.TerritoryImport;

/** Fills an empty installation with the demonstration at its first start: map, people, then the year. */
@Component
@ConditionalOnProperty("yiwang.demonstration.year")
class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final Path PLACE = Path.of("examples", "daqiao");
    private static final Path TEXTS = Path.of("examples", "texts");
    private static final int ROSTER_MONTHS_AHEAD = 3;

    private final People people;
    private final SeedOrganisation organisation;
    private final TerritoryImport territory;
    private final CatalogueStore catalogue;
    private final EnterRegisters registers;
    private final EnterGrids grids;
    private final EnterDevices devices;
    private final PlanYear plan;
    private final FollowYear follow;
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
            SeedOrganisation organisation,
            TerritoryImport territory,
            CatalogueStore catalogue,
            EnterRegisters registers,
            EnterGrids grids,
            EnterDevices devices,
            PlanYear plan,
            FollowYear follow,
            PlayYear engine,
            DemonstrationStore store,
            Greeting greeting,
            Progress progress,
            Secrets secrets,
            ApiKeys keys,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.demonstration.year}") Path file) {
        this.people = people;
        this.organisation = organisation;
        this.territory = territory;
        this.catalogue = catalogue;
        this.registers = registers;
        this.grids = grids;
        this.devices = devices;
        this.plan = plan;
        this.follow = follow;
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
            devices.enter(tenant);
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
            PlanYear.Planned planned = plan.of(tenant, year, TEXTS);
            LoadingBar.during(
                    progress,
                    () -> engine.play(
                            tenant,
                            planned.year(),
                            planned.walk(),
                            year.opening(),
                            () -> follow.enter(tenant, year, TEXTS)));
            greeting.tell(store.links(tenant));
        } catch (IOException | RuntimeException e) {
            progress.finish();
            LOG.error("The demonstration year could not be loaded in full; the next start goes on from here.", e);
        }
    }
}
