package org.yiwang.hotline.section;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.Rules;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;

/** The rules in force, in memory; read again when a package is published. */
@Component
public class HotlineRules {
    private final PackageLibrary library;
    private final Map<Tenant, Optional<Rules>> held = new ConcurrentHashMap<>();

    HotlineRules(PackageLibrary library) {
        this.library = library;
    }

    /** Empty where no package in force speaks of orders. */
    public Optional<Rules> of(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::read);
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private Optional<Rules> read(Tenant tenant) {
        return library.published(tenant).values().stream()
                .map(versions -> versions.getLast().files())
                .flatMap(files -> ReadRules.of(files, new Faults()).stream())
                .findFirst();
    }
}
