package org.yiwang.rounds;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Round;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Choice;

/** The rounds of a package. */
@Component
class RoundSection implements Section {
    private final CatalogueStore catalogue;

    RoundSection(CatalogueStore catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String folder() {
        return ReadRound.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        ReadRound.all(files, 0, faults);
    }

    /** An answer may only open a case of a kind that is in force here. */
    @Override
    public void checkHere(Tenant tenant, PackageFiles files, Faults faults) {
        Catalogue known = catalogue.of(tenant);
        ReadRound.all(files, 0, new Faults()).forEach((name, round) -> round.checklist().fields().stream()
                .flatMap(field -> field.choices().stream())
                .map(Choice::opens)
                .filter(code -> code != null && known.find(code).isEmpty())
                .distinct()
                .forEach(code -> faults.fault(
                        files.spotOf(folder() + "/" + name + ".yaml", "checklist"),
                        "rounds.opens-unknown",
                        String.valueOf(code))));
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadRound.all(files, 0, new Faults()).values().stream()
                .map(Round::title)
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: the rounds are read from what is in force.
    }
}
