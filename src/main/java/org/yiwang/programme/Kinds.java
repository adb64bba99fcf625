package org.yiwang.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.programme.model.Title;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Pack;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.scenario.PublishedPackage;

/** Kinds of programme: those in force, in which new ones are opened, and those under which older ones live on. */
@Component
public class Kinds {
    /** A package that a programme may be about. */
    public record Subject(String id, Title title, String system) {}

    private record Key(Tenant tenant, String packageId, int version) {}

    private record InForce(List<Definition> definitions, List<Subject> subjects) {}

    private final PackageLibrary library;
    private final Map<Tenant, InForce> held = new ConcurrentHashMap<>();
    // A version never changes, so that what was read of it once is good for ever.
    private final Map<Key, Map<String, Definition>> past = new ConcurrentHashMap<>();

    Kinds(PackageLibrary library) {
        this.library = library;
    }

    /** In force, by package and name. */
    public List<Definition> all(Tenant tenant) {
        return inForce(tenant).definitions();
    }

    /** Packages in force, by id. */
    public List<Subject> subjects(Tenant tenant) {
        return inForce(tenant).subjects();
    }

    public Definition require(Tenant tenant, String packageId, String name) {
        return all(tenant).stream()
                .filter(one -> one.kind().packageId().equals(packageId)
                        && one.kind().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("programme.no-kind").exception());
    }

    /** As the version says under which a programme was opened. */
    public Definition of(Tenant tenant, String packageId, int version, String name) {
        Definition found = past.computeIfAbsent(new Key(tenant, packageId, version), this::read)
                .get(name);
        if (found == null)
            throw new IllegalStateException("Version %d of %s defines no %s".formatted(version, packageId, name));
        return found;
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private Map<String, Definition> read(Key key) {
        Optional<PackageFiles> files = library.past(key.tenant(), key.packageId(), key.version());
        return files.map(one -> ReadKind.all(one, key.version(), new Faults())).orElse(Map.of());
    }

    private InForce inForce(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::readInForce);
    }

    private InForce readInForce(Tenant tenant) {
        List<PublishedPackage> now =
                library.published(tenant).values().stream().map(List::getLast).toList();
        return new InForce(
                now.stream()
                        .flatMap(one -> ReadKind.all(one.files(), one.version(), new Faults()).values().stream())
                        .toList(),
                now.stream().map(one -> subject(one.files().pack())).toList());
    }

    private static Subject subject(Pack pack) {
        return new Subject(
                pack.id(), new Title(pack.name().zh(), pack.name().en()), pack.system() == null ? "" : pack.system());
    }
}
