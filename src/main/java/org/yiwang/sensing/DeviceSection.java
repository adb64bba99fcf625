package org.yiwang.sensing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.model.DeviceKind;

/** The kinds of device of a package: {@code devices/<kind>.yaml}. */
@Component
class DeviceSection implements Section {
    @Override
    public String folder() {
        return ReadDeviceKind.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        Map<String, DeviceKind> own = ReadDeviceKind.all(files, 0, faults);
        ReadDeviceKind.unique(files, own, faults);
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadDeviceKind.all(files, 0, new Faults()).values().stream()
                .map(DeviceKind::name)
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: kinds are read from what is in force, and the log keeps what was understood at the
        // time.
    }
}
