package org.yiwang.assessment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.scenario.PublishedPackage;

/** The formulas of the packages in force, in memory; read again when a package is published. */
@Component
public class Assessments {
    private final PackageLibrary library;
    private final Map<Tenant, List<Assessment>> held = new ConcurrentHashMap<>();

    Assessments(PackageLibrary library) {
        this.library = library;
    }

    public List<Assessment> all(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::read);
    }

    public Assessment require(Tenant tenant, String packageId, String name) {
        return all(tenant).stream()
                .filter(one -> one.packageId().equals(packageId) && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("assessment.unknown", packageId + "/" + name)
                        .exception());
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private List<Assessment> read(Tenant tenant) {
        return library.published(tenant).values().stream()
                .map(List::getLast)
                .flatMap(one -> read(one).stream())
                .toList();
    }

    private static List<Assessment> read(PublishedPackage one) {
        return List.copyOf(
                ReadAssessment.all(one.files(), one.version(), new Faults()).values());
    }
}
