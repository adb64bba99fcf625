package org.yiwang.indicators;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Pack;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;

/** The indicators of the packages in force, in memory; read again when a package is published. */
@Component
public class Indicators {
    /** A package with its indicators in their order. */
    public record Group(Pack pack, List<Indicator> indicators) {}

    private record Held(Map<String, PackageFiles> files, List<Group> groups) {}

    private static final Comparator<Indicator> ORDER =
            Comparator.comparingInt(Indicator::order).thenComparing(Indicator::name);

    private final PackageLibrary library;
    private final Map<Tenant, Held> held = new ConcurrentHashMap<>();

    Indicators(PackageLibrary library) {
        this.library = library;
    }

    /** Those of every package that has some. */
    public List<Group> all(Tenant tenant) {
        return held(tenant).groups();
    }

    public Indicator require(Tenant tenant, String packageId, String name) {
        return all(tenant).stream()
                .flatMap(group -> group.indicators().stream())
                .filter(one -> one.packageId().equals(packageId) && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("indicators.unknown", packageId + "/" + name)
                        .exception());
    }

    /** Whether all indicators of these files are in force as they are, so that the database has said yes to them before. */
    boolean areInForce(Tenant tenant, PackageFiles files) {
        PackageFiles now = held(tenant).files().get(files.pack().id());
        return now != null
                && ReadIndicator.paths(files).stream()
                        .allMatch(path -> java.util.Arrays.equals(
                                files.bytes(path).orElseThrow(), now.bytes(path).orElse(null)));
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private Held held(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::read);
    }

    private Held read(Tenant tenant) {
        Map<String, PackageFiles> files = new java.util.LinkedHashMap<>();
        library.published(tenant)
                .forEach((id, versions) -> files.put(id, versions.getLast().files()));
        return new Held(
                files,
                files.values().stream()
                        .map(one -> new Group(
                                one.pack(),
                                ReadIndicator.all(one, new Faults()).values().stream()
                                        .sorted(ORDER)
                                        .toList()))
                        .filter(group -> !group.indicators().isEmpty())
                        .toList());
    }
}
