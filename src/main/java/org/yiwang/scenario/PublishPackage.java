package org.yiwang.scenario;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.platform.audit.Hash;
import org.yiwang.platform.feed.Outbox;
import org.yiwang.scenario.CheckPackage.Checked;
import org.yiwang.scenario.PackageLibrary.Shelf;
import org.yiwang.scenario.ScenarioStore.Publication;
import org.yiwang.scenario.ScenarioStore.Version;

/** Takes versions in and puts them in force, or an earlier one again. Every node works with it from the commit on. */
@Component
public class PublishPackage {
    /** Who puts in force what comes with the program. */
    static final String SYSTEM = "system";

    static final String TOPIC = "scenario";
    private static final String STREAM = "scenario/";

    /** What the nodes are told. */
    record Told(String packageId, int version) {}

    private final CheckPackage check;
    private final ScenarioStore store;
    private final PackageLibrary library;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final RefusalTexts texts;
    private final Ids ids;
    private final Clock clock;

    PublishPackage(
            CheckPackage check,
            ScenarioStore store,
            PackageLibrary library,
            Units units,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            RefusalTexts texts,
            Ids ids,
            Clock clock) {
        this.check = check;
        this.store = store;
        this.library = library;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    List<Section> sections() {
        return check.sections();
    }

    /** What is wrong with a package in this sub-district, beside the packages in force. */
    Checked check(Tenant tenant, Map<String, byte[]> content, Faults faults) {
        return check(tenant, content, library.inForce(tenant).values(), faults);
    }

    /** The same for a package that comes with others: what they bring counts as being there. */
    Checked checkBeside(
            Tenant tenant, Map<String, byte[]> content, Collection<Map<String, byte[]>> companions, Faults faults) {
        Map<String, PackageFiles> others = new LinkedHashMap<>();
        for (Map<String, byte[]> companion : companions) {
            PackageFiles files = PackageLibrary.read(companion, List.of());
            others.put(files.pack().id(), files);
        }
        others.putAll(library.inForce(tenant));
        return check(tenant, content, others.values(), faults);
    }

    private Checked check(Tenant tenant, Map<String, byte[]> content, Collection<PackageFiles> others, Faults faults) {
        Checked checked = check.check(content, others, faults);
        for (String unit : checked.files().pack().units())
            if (units.find(tenant, new UnitId(unit)).isEmpty())
                faults.warning(checked.files().spotOf(Pack.FILE, "units"), "scenario.unit-not-here", unit);
        if (faults.isSound()) check.sections().forEach(section -> section.checkHere(tenant, checked.files(), faults));
        return checked;
    }

    /** Keeps a version without faults; one with the same content is the same version. */
    Version takeIn(Tenant tenant, PackageFiles files, String by) {
        return transact(() -> {
            store.lock(tenant);
            Pack pack = files.pack();
            Optional<Shelf> shelf = Optional.ofNullable(library.shelves(tenant).get(pack.id()));
            List<Version> versions = shelf.map(Shelf::versions).orElse(List.of());
            Hash digest = files.digest();
            Optional<Version> same = versions.stream()
                    .filter(version -> version.digest().equals(digest))
                    .findFirst();
            return same.orElseGet(() -> add(tenant, files, versions, by));
        });
    }

    private Version add(Tenant tenant, PackageFiles files, List<Version> versions, String by) {
        Pack pack = files.pack();
        for (Version version : versions)
            if (version.label().equals(pack.version()))
                throw Refusal.conflict("scenario.version-exists", pack.id(), pack.version())
                        .exception();
        int number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
        Version version = new Version(pack.id(), number, pack.version(), files.digest(), by, clock.instant());
        store.add(tenant, version, files.content());
        audit.record(
                tenant,
                STREAM + pack.id(),
                by,
                "version-taken-in",
                Map.of("version", number, "digest", version.digest().hex()));
        return version;
    }

    /**
     * Puts a version in force.
     *
     * @throws org.yiwang.platform.RefusedException when it is in force already, or does not hold beside the packages in force now
     */
    void publish(Tenant tenant, String id, int version, String by) {
        publish(tenant, id, version, by, "published");
    }

    /** Puts the version in force again that was so before the present one. */
    void rollBack(Tenant tenant, String id, String by) {
        int before = library.shelf(tenant, id).before().orElseThrow(() -> Refusal.conflict(
                        "scenario.nothing-before", id)
                .exception());
        publish(tenant, id, before, by, "rolled-back");
    }

    private void publish(Tenant tenant, String id, int number, String by, String action) {
        transactions.executeWithoutResult(status -> {
            store.lock(tenant);
            Shelf shelf = library.shelf(tenant, id);
            Version version = shelf.version(number);
            if (shelf.inForce().filter(now -> now == number).isPresent())
                throw Refusal.conflict("scenario.in-force-already", id, version.label())
                        .exception();
            Faults faults = new Faults();
            Checked checked = check(tenant, library.content(tenant, id, number), faults);
            if (!faults.isSound())
                throw Refusal.conflict(
                                "scenario.has-faults",
                                id,
                                version.label(),
                                faults.faults().size())
                        .exception();
            putInForce(tenant, shelf, version, checked.files(), by, action);
        });
    }

    private void putInForce(Tenant tenant, Shelf shelf, Version version, PackageFiles files, String by, String action) {
        Instant now = clock.instant();
        int seq = shelf.publications().size() + 1;
        store.add(tenant, new Publication(shelf.id(), seq, version.number(), by, now, false));
        PublishedPackage published = new PublishedPackage(files, version.number(), now);
        check.sections().forEach(section -> section.publish(tenant, published));
        audit.record(tenant, STREAM + shelf.id(), by, action, Map.of("version", version.number()));
        outbox.publish(tenant, TOPIC, ids.next(), new Told(shelf.id(), version.number()), now);
        events.publishEvent(new PackagePublished(tenant, shelf.id(), version.number()));
    }

    /**
     * Takes a package out of force. Its versions stay, and can be published again.
     *
     * @throws org.yiwang.platform.RefusedException when another package needs it, or something of it is in use; the refusal names everything
     */
    void withdraw(Tenant tenant, String id, String by) {
        transactions.executeWithoutResult(status -> {
            store.lock(tenant);
            Shelf shelf = library.shelf(tenant, id);
            int number = shelf.inForce().orElseThrow(() -> Refusal.conflict("scenario.not-in-force", id)
                    .exception());
            PackageFiles files = library.files(tenant, id, number);
            Faults faults = new Faults();
            for (PackageFiles other : files.others())
                if (other.pack().needs().contains(id))
                    faults.fault(
                            files.spotOf(Pack.FILE, "id"),
                            "scenario.needed-by",
                            id,
                            other.pack().id());
            check.sections().forEach(section -> section.checkWithdrawal(tenant, files, faults));
            if (!faults.isSound())
                throw Refusal.conflict(
                                "scenario.in-use", id, told(faults, Locale.CHINESE), told(faults, Locale.ENGLISH))
                        .exception();
            takeOut(tenant, shelf, number, files, by);
        });
    }

    private String told(Faults faults, Locale locale) {
        return faults.faults().stream()
                .map(fault -> texts.words(fault.refusal(), locale).sentence())
                .collect(Collectors.joining(locale.equals(Locale.ENGLISH) ? " " : "；"));
    }

    private void takeOut(Tenant tenant, Shelf shelf, int number, PackageFiles files, String by) {
        Instant now = clock.instant();
        int seq = shelf.publications().size() + 1;
        store.add(tenant, new Publication(shelf.id(), seq, number, by, now, true));
        check.sections().forEach(section -> section.withdraw(tenant, files));
        audit.record(tenant, STREAM + shelf.id(), by, "withdrawn", Map.of("version", number));
        outbox.publish(tenant, TOPIC, ids.next(), new Told(shelf.id(), number), now);
        events.publishEvent(new PackagePublished(tenant, shelf.id(), number));
    }

    private <T> T transact(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
