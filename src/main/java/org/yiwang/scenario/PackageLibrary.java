package org.yiwang.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.ScenarioStore.Publication;
import org.yiwang.scenario.ScenarioStore.Version;

/** Which packages a sub-district has, in which versions, and which of them are in force. */
@Component
public class PackageLibrary {
    private static final int PAST_MAX = 20;

    /** A package's versions and publications, oldest first; a package may have versions and none in force. */
    record Shelf(String id, List<Version> versions, List<Publication> publications) {
        Optional<Integer> inForce() {
            return publications.isEmpty() || publications.getLast().withdrawn()
                    ? Optional.empty()
                    : Optional.of(publications.getLast().version());
        }

        Version version(int number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.notFound("scenario.no-version", id, number).exception());
        }

        /** The latest publication of each version, in their order. */
        List<Publication> latest() {
            Map<Integer, Publication> latest = new LinkedHashMap<>();
            publications.forEach(one -> {
                latest.remove(one.version());
                latest.put(one.version(), one);
            });
            List<Publication> all = List.copyOf(latest.values());
            return all.subList(Math.max(0, all.size() - PAST_MAX), all.size());
        }

        /** The version that was in force before the present one. */
        Optional<Integer> before() {
            Optional<Integer> now = inForce();
            return publications.reversed().stream()
                    .map(Publication::version)
                    .filter(version -> !version.equals(now.orElse(0)))
                    .findFirst();
        }
    }

    private final ScenarioStore store;

    PackageLibrary(ScenarioStore store) {
        this.store = store;
    }

    Map<String, Shelf> shelves(Tenant tenant) {
        Map<String, Shelf> shelves = new TreeMap<>();
        for (Version version : store.versions(tenant))
            shelves.computeIfAbsent(version.packageId(), id -> new Shelf(id, new ArrayList<>(), new ArrayList<>()))
                    .versions()
                    .add(version);
        for (Publication publication : store.publications(tenant)) {
            Shelf shelf = shelves.get(publication.packageId());
            if (shelf != null) shelf.publications().add(publication);
        }
        return shelves;
    }

    Shelf shelf(Tenant tenant, String id) {
        Shelf shelf = shelves(tenant).get(id);
        if (shelf == null) throw Refusal.notFound("scenario.no-package", id).exception();
        return shelf;
    }

    Map<String, byte[]> content(Tenant tenant, String id, int version) {
        return store.content(tenant, id, version).orElseThrow(() -> Refusal.notFound("scenario.no-version", id, version)
                .exception());
    }

    /** The packages in force, by id; they do not know each other. */
    Map<String, PackageFiles> inForce(Tenant tenant) {
        Map<String, PackageFiles> inForce = new LinkedHashMap<>();
        shelves(tenant).forEach((id, shelf) -> shelf.inForce()
                .ifPresent(version -> inForce.put(id, read(content(tenant, id, version), List.of()))));
        return inForce;
    }

    /** The versions of each package that were ever in force, the one that is so now last; of many the latest {@value #PAST_MAX}. */
    public Map<String, List<PublishedPackage>> published(Tenant tenant) {
        return versions(tenant, shelf -> shelf.inForce().isPresent());
    }

    /** The same of packages that were in force once and no longer are: what began under them lives on under them. */
    public Map<String, List<PublishedPackage>> withdrawn(Tenant tenant) {
        return versions(tenant, shelf -> shelf.inForce().isEmpty());
    }

    /** A version however old, which the two above may leave out; empty where there never was one. */
    public Optional<PackageFiles> past(Tenant tenant, String id, int version) {
        return store.content(tenant, id, version)
                .map(content -> read(content, inForce(tenant).values()));
    }

    private Map<String, List<PublishedPackage>> versions(Tenant tenant, Predicate<Shelf> wanted) {
        Map<String, PackageFiles> now = inForce(tenant);
        Map<String, List<PublishedPackage>> published = new LinkedHashMap<>();
        shelves(tenant).forEach((id, shelf) -> {
            if (!wanted.test(shelf)) return;
            List<PublishedPackage> versions = shelf.latest().stream()
                    .map(one -> new PublishedPackage(
                            read(content(tenant, id, one.version()), now.values()), one.version(), one.at()))
                    .toList();
            if (!versions.isEmpty()) published.put(id, versions);
        });
        return published;
    }

    /** A version as it would stand beside the packages in force. */
    public PackageFiles files(Tenant tenant, String id, int version) {
        return read(content(tenant, id, version), inForce(tenant).values());
    }

    /** Files from elsewhere as they would stand beside the packages in force. */
    public PackageFiles beside(Tenant tenant, Map<String, byte[]> content) {
        return read(content, inForce(tenant).values());
    }

    static PackageFiles read(Map<String, byte[]> content, Collection<PackageFiles> others) {
        return PackageFiles.of(content, others, new Faults());
    }
}
