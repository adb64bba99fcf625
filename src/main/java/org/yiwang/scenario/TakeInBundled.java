package org.yiwang.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.CheckPackage.Checked;
import org.yiwang.scenario.PackageLibrary.Shelf;
import org.yiwang.scenario.ScenarioStore.Version;

/**
 * Takes in the packages that come with the program. In force comes what the sub-district is to begin with, and a newer version of it
 * later on, as long as nobody here has published one of the package's versions: from then on that is theirs to decide.
 */
@Component
public class TakeInBundled {
    private static final Logger LOG = LoggerFactory.getLogger(TakeInBundled.class);
    private static final String ALL = "*";

    private final PublishPackage publish;
    private final PackageLibrary library;
    private final RefusalTexts texts;
    private final Tenant tenant;
    private final List<String> beginWith;

    TakeInBundled(
            PublishPackage publish,
            PackageLibrary library,
            RefusalTexts texts,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.scenario.begin-with:standard,foundation,shopfront,streetscape}") List<String> beginWith) {
        this.publish = publish;
        this.library = library;
        this.texts = texts;
        this.tenant = new Tenant(tenant);
        this.beginWith = beginWith;
    }

    /** Takes in all of them. */
    public void run() {
        Map<String, Map<String, byte[]>> bundled = BundledPackages.read();
        Set<String> held = held(bundled.values());
        bundled.forEach((folder, content) -> takeIn(folder, content, bundled.values(), held));
    }

    /** Those that must wait for somebody to decide. */
    private Set<String> held(Collection<Map<String, byte[]>> bundled) {
        Map<String, Shelf> shelves = library.shelves(tenant);
        Map<String, PackageFiles> coming = new LinkedHashMap<>();
        for (Map<String, byte[]> content : bundled) {
            PackageFiles files = PackageLibrary.read(content, List.of());
            Shelf shelf = shelves.get(files.pack().id());
            if (shelf != null && isToCome(shelf, files)) coming.put(shelf.id(), files);
        }
        Map<String, List<Words>> held = new HoldBack(publish.sections(), library.inForce(tenant)).of(coming);
        held.forEach((id, lost) -> LOG.warn(
                "Package {} {} that comes with the program is taken in but not put in force: it would take away {}, which another package has in its newest version. Publish both in the desk, this one first.",
                id,
                Objects.requireNonNull(coming.get(id)).pack().version(),
                lost.stream().map(words -> words.in("en")).collect(Collectors.joining(", "))));
        return held.keySet();
    }

    /** A later start of the program with an earlier version brings nothing new. */
    private boolean isToCome(Shelf shelf, PackageFiles files) {
        if (!isOurs(shelf)) return false;
        Optional<Integer> known = shelf.versions().stream()
                .filter(version -> version.digest().equals(files.digest()))
                .map(Version::number)
                .findFirst();
        return known.isEmpty() || shelf.inForce().orElse(0) < known.get();
    }

    private void takeIn(
            String folder, Map<String, byte[]> content, Collection<Map<String, byte[]>> bundled, Set<String> held) {
        Faults faults = new Faults();
        Checked checked = publish.checkBeside(tenant, content, bundled, faults);
        if (!faults.isSound()) {
            faults.faults().forEach(fault -> LOG.error("scenarios/{}/{}", folder, line(fault)));
            return;
        }
        try {
            Version version = publish.takeIn(tenant, checked.files(), PublishPackage.SYSTEM);
            if (isToBegin(version) && !held.contains(version.packageId()))
                publish.publish(tenant, version.packageId(), version.number(), PublishPackage.SYSTEM);
        } catch (RefusedException e) {
            RefusalTexts.Words words = texts.words(e.refusal(), Locale.ENGLISH);
            LOG.warn(
                    "Package {} that comes with the program is not taken in: {} {}",
                    folder,
                    words.sentence(),
                    words.remedy());
        }
    }

    private boolean isToBegin(Version version) {
        Shelf shelf = library.shelf(tenant, version.packageId());
        return isOurs(shelf) && shelf.inForce().orElse(0) < version.number();
    }

    /** Whether it is among those to begin with, and nobody here has decided about it. */
    private boolean isOurs(Shelf shelf) {
        return (beginWith.contains(ALL) || beginWith.contains(shelf.id()))
                && shelf.publications().stream().allMatch(one -> one.by().equals(PublishPackage.SYSTEM));
    }

    private String line(Fault fault) {
        RefusalTexts.Words words = texts.words(fault.refusal(), Locale.ENGLISH);
        return "%s %s %s".formatted(fault.spot(), words.sentence(), words.remedy());
    }
}
