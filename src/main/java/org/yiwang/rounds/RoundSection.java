package org.yiwang.rounds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.KnownCodes.Opened;
import org.yiwang.rounds.model.Round;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;

/** The rounds of a package. */
@Component
class RoundSection implements Section {
    private final CatalogueStore catalogue;
    private final ObjectProvider<StopStore> stops;

    RoundSection(CatalogueStore catalogue, ObjectProvider<StopStore> stops) {
        this.catalogue = catalogue;
        this.stops = stops;
    }

    @Override
    public String folder() {
        return ReadRound.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        findFaults(files, faults);
    }

    /** An answer may only open a case of a kind that the package or one that it needs defines. */
    static void findFaults(PackageFiles files, Faults faults) {
        ReadRound.all(files, 0, faults);
        if (files.documents(ReadRound.FOLDER).isEmpty()) return;
        Map<String, Set<String>> known = KnownCodes.of(files);
        files.documents(ReadRound.FOLDER).values().forEach(round -> KnownCodes.openedBy(round)
                .forEach(opened -> check(opened, known, files, faults)));
    }

    private static void check(Opened opened, Map<String, Set<String>> known, PackageFiles files, Faults faults) {
        if (known.values().stream().anyMatch(codes -> codes.contains(opened.code()))) return;
        String owners = files.others().stream()
                .filter(other -> KnownCodes.codes(other).contains(opened.code()))
                .map(other -> other.pack().id())
                .collect(Collectors.joining(", "));
        if (owners.isEmpty())
            faults.fault(opened.spot(), "rounds.opens-nothing", opened.code(), String.join(", ", known.keySet()));
        else faults.fault(opened.spot(), "rounds.opens-unneeded", opened.code(), owners);
    }

    /** What is opened must be in force here too. */
    @Override
    public void checkHere(Tenant tenant, PackageFiles files, Faults faults) {
        Catalogue inForce = catalogue.of(tenant);
        Set<String> own = KnownCodes.codes(files);
        files.documents(folder()).values().forEach(round -> KnownCodes.openedBy(round).stream()
                .filter(opened -> !own.contains(opened.code())
                        && inForce.find(opened.code()).isEmpty())
                .forEach(opened -> faults.fault(opened.spot(), "rounds.opens-unknown", opened.code())));
    }

    /** What was still to be looked at need not be any more; what was seen stays on record. */
    @Override
    public void withdraw(Tenant tenant, PackageFiles files) {
        stops.getObject().dropOpenOf(tenant, files.pack().id());
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
