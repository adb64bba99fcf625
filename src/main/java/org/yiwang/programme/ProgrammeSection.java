package org.yiwang.programme;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.programme.store.ProgrammeStore;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;

/** Kinds of programme of a package: {@code programmes/<name>.yaml}. */
@Component
class ProgrammeSection implements Section {
    private final ObjectProvider<ProgrammeStore> store;

    ProgrammeSection(ObjectProvider<ProgrammeStore> store) {
        this.store = store;
    }

    @Override
    public String folder() {
        return ReadKind.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        ReadKind.all(files, 0, faults);
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadKind.all(files, 0, new Faults()).values().stream()
                .map(one -> one.kind().title())
                .map(title -> new Words(title.zh(), Map.of("en", title.en())))
                .toList();
    }

    @Override
    public void checkWithdrawal(Tenant tenant, PackageFiles files, Faults faults) {
        ReadKind.all(files, 0, new Faults()).forEach((name, one) -> {
            long open = store.getObject().countOpen(tenant, files.pack().id(), name);
            if (open > 0)
                faults.fault(
                        new Spot(ReadKind.FOLDER + "/" + name + ".yaml", 1),
                        "programme.still-open",
                        one.kind().title().zh(),
                        open,
                        one.kind().title().en());
        });
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: a programme lives on under the version that opened it, which the library keeps.
    }
}
