package org.yiwang.demonstration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.SeededAccount;
import tools.jackson.databind.json.JsonMapper;

/** Tells people on the console, and people and scripts in {@code demo.json}, how to get in. */
@Component
@ConditionalOnProperty("yiwang.demonstration.year")
class Greeting {
    /**
     * Content of {@code demo.json}.
     *
     * @param password of every account
     * @param open311Key opens POST /open311/v2/requests
     * @param reports private pages of residents who reported of late
     */
    record Told(
            String address,
            String password,
            String open311Key,
            List<Account> accounts,
            List<DemonstrationStore.Link> reports) {}

    /** @param shown whether it is one of the few to be offered first */
    record Account(String login, String role, String unit, String name, boolean shown) {
        static Account of(SeededAccount seeded) {
            String role = seeded.roles().iterator().next().id();
            return new Account(seeded.login(), role, seeded.unitName(), seeded.name(), seeded.shown());
        }
    }

    private final JsonMapper json;
    private final Path file;
    private final String address;
    private final PrintStream console = System.out;

    Greeting(JsonMapper json, @Value("${yiwang.data}") Path data, @Value("${server.port}") int port) {
        this.json = json;
        this.file = data.resolve("demo.json");
        this.address = "http://localhost:" + port;
    }

    void tell(String password, String open311Key, List<SeededAccount> seeded) throws IOException {
        List<Account> accounts =
                new ArrayList<>(seeded.stream().map(Account::of).toList());
        accounts.sort(Comparator.comparing(account -> !account.shown));
        write(new Told(address, password, open311Key, accounts, List.of()));
    }

    void tell(List<DemonstrationStore.Link> reports) throws IOException {
        Told known = read();
        write(new Told(address, known.password, known.open311Key, known.accounts, reports));
    }

    void greet() throws IOException {
        Told known = read();
        console.printf(
                "%nYiwang 一网 is ready at %s  (desk %1$s/desk, phone %1$s/m, command screen %1$s/screen)%n", address);
        console.printf("Password of every demonstration account: %s%n", known.password);
        for (Account a : known.accounts)
            if (a.shown) console.printf("  %-22s %-12s %s %s%n", a.login, a.role, a.unit, a.name);
        console.printf("All accounts stand in %s%n%n", file);
    }

    private Told read() throws IOException {
        return json.readValue(Files.readString(file), Told.class);
    }

    private void write(Told told) throws IOException {
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(told));
    }
}
