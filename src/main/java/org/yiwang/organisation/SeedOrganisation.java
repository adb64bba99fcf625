package org.yiwang.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.model.OrganisationFile;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.organisation.model.StaffRules;
import org.yiwang.organisation.store.DutyStore;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** Fills an empty sub-district with the units and people of a file. */
@Service
public class SeedOrganisation {
    private final Tenant tenant;
    private final Units units;
    private final StaffStore staff;
    private final DutyStore duty;
    private final People people;
    private final Secrets secrets;
    private final Ids ids;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SeedOrganisation(
            @Value("${yiwang.tenant}") int tenant,
            Units units,
            StaffStore staff,
            DutyStore duty,
            People people,
            Secrets secrets,
            Ids ids,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.tenant = new Tenant(tenant);
        this.units = units;
        this.staff = staff;
        this.duty = duty;
        this.people = people;
        this.secrets = secrets;
        this.ids = ids;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * All units and staff of the file, or none.
     *
     * @throws IllegalStateException when the sub-district has staff already
     * @throws IllegalArgumentException when the file has faults; the message lists them all
     */
    public List<SeededAccount> seed(Path yaml, PasswordSource passwords) throws IOException {
        OrganisationFile file = OrganisationFile.read(yaml);
        List<StaffDraft> drafts = checked(yaml, file);
        Map<String, String> given = drafts.stream()
                .collect(Collectors.toMap(StaffDraft::login, draft -> passwords.passwordOf(draft.login())));
        Map<String, String> encoded = encode(given.values());
        return transactions.execute(status -> {
            if (!staff.isEmpty(tenant))
                throw new IllegalStateException("Sub-district " + tenant + " has staff already.");
            units.save(tenant, file.units());
            List<SeededAccount> accounts = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                String password = Objects.requireNonNull(given.get(drafts.get(i).login()));
                accounts.add(add(
                        drafts.get(i),
                        file.staff().get(i).isShown(),
                        password,
                        Objects.requireNonNull(encoded.get(password))));
            }
            Map<String, Object> detail = Map.of("units", file.units().size(), "staff", accounts.size());
            audit.record(tenant, "organisation", "system", "seeded", detail);
            return accounts;
        });
    }

    /** The roster of the file's patterns for the days from the first to the last; replaces what stands there. */
    public void drawUpRoster(Path yaml, LocalDate first, LocalDate last) throws IOException {
        OrganisationFile file = OrganisationFile.read(yaml);
        List<Staff> all = people.all(tenant);
        List<DutyShift> shifts = first.datesUntil(last.plusDays(1))
                .flatMap(day -> file.duty().stream().flatMap(pattern -> pattern.of(day, all)))
                .toList();
        transactions.executeWithoutResult(status -> {
            duty.clear(tenant, first, last);
            duty.add(tenant, shifts);
        });
    }

    private static List<StaffDraft> checked(Path yaml, OrganisationFile file) {
        UnitTree tree = new UnitTree(file.units());
        List<String> faults = new ArrayList<>();
        List<StaffDraft> drafts = new ArrayList<>();
        for (OrganisationFile.Person person : file.staff()) {
            switch (StaffRules.check(person.draft(), tree)) {
                case Decision.Granted<StaffDraft>(StaffDraft draft) -> drafts.add(draft);
                case Decision.Refused<StaffDraft>(Refusal refusal) ->
                    faults.add("%s: staff %s: %s %s %s"
                            .formatted(yaml, person.login(), refusal.field(), refusal.code(), refusal.arguments()));
            }
        }
        if (!faults.isEmpty()) throw new IllegalArgumentException(String.join("\n", faults));
        return drafts;
    }

    private Map<String, String> encode(Collection<String> passwords) {
        return passwords.parallelStream().distinct().collect(Collectors.toMap(p -> p, secrets::encode));
    }

    private SeededAccount add(StaffDraft draft, boolean shown, String password, String encoded) {
        UUID id = ids.next();
        staff.add(tenant, id, draft, encoded);
        Unit unit = units.find(tenant, draft.unit()).orElseThrow();
        return new SeededAccount(
                id,
                draft.login(),
                password,
                draft.name(),
                draft.nameEn(),
                draft.unit(),
                unit.name(),
                unit.nameEn(),
                draft.roles(),
                shown);
    }
}
