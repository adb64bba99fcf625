package org.yiwang.assessment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;

/** The formulas of a package: {@code assessments/<name>.yaml}. */
@Component
class AssessmentSection implements Section {
    @Override
    public String folder() {
        return ReadAssessment.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        ReadAssessment.all(files, 0, faults);
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadAssessment.all(files, 0, new Faults()).values().stream()
                .map(one -> new Words(
                        one.title().zh(), java.util.Map.of("en", one.title().en())))
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: formulas are read from what is in force, and every edition keeps its own weights.
    }
}
