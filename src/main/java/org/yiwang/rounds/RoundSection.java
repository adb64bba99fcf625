package org.yiwang.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Round;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Pack;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.form.Choice;

/** The rounds of a package. */
@Component
class RoundSection implements Section {
    private final RoundStore store;
    private final CatalogueStore catalogue;

    RoundSection(RoundStore store, CatalogueStore catalogue) {
        this.store = store;
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
                        files.spotOf(path(name), "checklist"), "rounds.opens-unknown", String.valueOf(code))));
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        Map<String, String> kept = new TreeMap<>();
        PackageFiles files = published.files();
        for (String path : files.paths())
            if (path.equals(Pack.FILE) || path.startsWith(folder() + "/") || path.startsWith("texts/"))
                files.bytes(path).ifPresent(bytes -> kept.put(path, new String(bytes, UTF_8)));
        store.putInForce(tenant, published.id(), published.version(), kept);
    }

    private static String path(String name) {
        return ReadRound.FOLDER + "/" + name + ".yaml";
    }

    /** The rounds that a publication kept. */
    static Map<String, Round> read(Map<String, String> kept, int version) {
        Map<String, byte[]> content = new TreeMap<>();
        kept.forEach((path, text) -> content.put(path, text.getBytes(UTF_8)));
        Faults none = new Faults();
        return ReadRound.all(PackageFiles.of(content, java.util.List.of(), none), version, none);
    }
}
