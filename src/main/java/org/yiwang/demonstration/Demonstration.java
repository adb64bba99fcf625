package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.SeedOrganisation;
import org.yiwang.organisation.SeededAccount;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.TerritoryImport;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty installation with the demonstration at its first start, and tells how to get in. */
@Component
@ConditionalOnProperty("yiwang.demonstration.year")
class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final Path PLACE = Path.of("examples", "daqiao");

    /** What a person or a script needs to know to use the demonstration. */
    record Told(String address, String password, List<Account> accounts) {}

    record Account(String login, String role, String unit, String name) {
        static Account of(SeededAccount seeded) {
            String role = seeded.roles().iterator().next().id();
            return new Account(seeded.login(), role, seeded.unitName(), seeded.name());
        }
    }

    private final People people;
    private final SeedOrganisation organisation;
    private final TerritoryImport territory;
    private final CatalogueStore catalogue;
    private final PlayYear year;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;
    private final Tenant tenant;
    private final Path told;
    private final int port;

    Demonstration(
            People people,
            SeedOrganisation organisation,
            TerritoryImport territory,
            CatalogueStore catalogue,
            PlayYear year,
            Secrets secrets,
            JsonMapper json,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.data}") Path data,
            @Value("${server.port}") int port) {
        this.people = people;
        this.organisation = organisation;
        this.territory = territory;
        this.catalogue = catalogue;
        this.year = year;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
        this.told = data.resolve("demo.json");
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        if (people.isEmpty(tenant)) seed();
        greet();
        Thread.ofPlatform().name("demonstration").daemon().start(() -> year.play(tenant, clock.instant()));
    }

    private void seed() throws IOException {
        territory.importFolder(PLACE);
        String password = secrets.token().substring(0, 10);
        List<Account> accounts = organisation.seed(PLACE.resolve("organisation.yaml"), login -> password).stream()
                .map(Account::of)
                .toList();
        catalogue.refresh();
        Files.writeString(
                told,
                json.writerWithDefaultPrettyPrinter().writeValueAsString(new Told(address(), password, accounts)));
    }

    private void greet() throws IOException {
        Told known = json.readValue(Files.readString(told), Told.class);
        Map<String, Account> shown = new LinkedHashMap<>();
        for (Account account : known.accounts()) shown.putIfAbsent(account.role(), account);
        System.out.printf(
                "%nYiwang 一网 is ready at %s  (desk %1$s/desk, phone %1$s/m, command screen %1$s/screen)%n", address());
        System.out.printf("Password of every demonstration account: %s%n", known.password());
        shown.values()
                .forEach(a -> System.out.printf("  %-22s %-12s %s %s%n", a.login(), a.role(), a.unit(), a.name()));
        System.out.printf("All accounts stand in %s%n%n", told);
        LOG.debug("Demonstration of {}", tenant);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
