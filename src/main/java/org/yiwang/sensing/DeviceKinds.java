package org.yiwang.sensing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.sensing.model.DeviceKind;

/** The kinds of device of the packages in force, in memory; read again when a package is published. */
@Component
public class DeviceKinds {
    private final PackageLibrary library;
    private final Map<Tenant, Map<String, DeviceKind>> held = new ConcurrentHashMap<>();

    DeviceKinds(PackageLibrary library) {
        this.library = library;
    }

    /** Those of the package and of all beside it, by id. */
    public static Map<String, DeviceKind> of(PackageFiles files) {
        Map<String, DeviceKind> kinds = new LinkedHashMap<>(ReadDeviceKind.all(files, 0, new Faults()));
        files.others()
                .forEach(other -> ReadDeviceKind.all(other, 0, new Faults()).forEach(kinds::putIfAbsent));
        return kinds;
    }

    /** By id. */
    public Map<String, DeviceKind> all(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::read);
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private Map<String, DeviceKind> read(Tenant tenant) {
        Map<String, DeviceKind> kinds = new LinkedHashMap<>();
        library.published(tenant).values().stream()
                .map(List::getLast)
                .forEach(one -> kinds.putAll(ReadDeviceKind.all(one.files(), one.version(), new Faults())));
        return kinds;
    }
}
