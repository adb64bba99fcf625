package org.yiwang.rounds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.scenario.PublishedPackage;

/** Rounds as their packages define them; kept in memory and read again when a package is published. */
@Component
class Rounds {
    /** @param name of the round within its package */
    private record Edition(String packageId, int version, String name) {}

    /** @param all of every version that was ever in force, because stops live on under theirs */
    private record Held(ConcurrentMap<Edition, Round> all, List<Round> inForce) {}

    private final PackageLibrary library;
    private final Map<Tenant, Held> held = new ConcurrentHashMap<>();

    Rounds(PackageLibrary library) {
        this.library = library;
    }

    /** Those of every package in force. */
    List<Round> inForce(Tenant tenant) {
        return held(tenant).inForce();
    }

    /** The round that made a stop. */
    Round of(Stop stop) {
        Edition edition = new Edition(stop.packageId(), stop.version(), stop.round());
        Round round = held(stop.tenant()).all().computeIfAbsent(edition, old -> older(stop.tenant(), old));
        if (round == null) throw new IllegalStateException("No round for stop " + stop.id());
        return round;
    }

    /** Of a version so old that it is read only when one of its stops is asked for. */
    private @Nullable Round older(Tenant tenant, Edition edition) {
        return library.past(tenant, edition.packageId(), edition.version())
                .map(files ->
                        ReadRound.all(files, edition.version(), new Faults()).get(edition.name()))
                .orElse(null);
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private Held held(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::read);
    }

    private Held read(Tenant tenant) {
        Map<String, List<PublishedPackage>> published = library.published(tenant);
        ConcurrentMap<Edition, Round> all = Stream.of(published, library.withdrawn(tenant))
                .flatMap(packages -> packages.values().stream())
                .flatMap(versions -> versions.stream().flatMap(version -> rounds(version).stream()))
                .collect(Collectors.toConcurrentMap(
                        round -> new Edition(round.packageId(), round.version(), round.name()),
                        round -> round,
                        (first, same) -> first));
        List<Round> inForce = published.values().stream()
                .flatMap(versions -> rounds(versions.getLast()).stream())
                .toList();
        return new Held(all, inForce);
    }

    private static List<Round> rounds(PublishedPackage version) {
        return List.copyOf(
                ReadRound.all(version.files(), version.version(), new Faults()).values());
    }
}
