package org.yiwang.alarms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;

/** The rules of a package for its devices: {@code rules/<kind>.yaml}. */
@Component
class RuleSection implements Section {
    @Override
    public String folder() {
        return ReadDeviceRules.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        ReadDeviceRules.all(files, 0, faults);
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadDeviceRules.all(files, 0, new Faults()).stream()
                .flatMap(one -> one.names().values().stream())
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: what is in force is written into the log, where its place among the messages counts.
    }
}
