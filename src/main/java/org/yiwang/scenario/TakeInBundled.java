package org.yiwang.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        bundled.forEach((folder, content) -> takeIn(folder, content, bundled.values()));
    }

    private void takeIn(String folder, Map<String, byte[]> content, Collection<Map<String, byte[]>> bundled) {
        Faults faults = new Faults();
        Checked checked = publish.checkBeside(tenant, content, bundled, faults);
        if (!faults.isSound()) {
            faults.faults().forEach(fault -> LOG.error("scenarios/{}/{}", folder, line(fault)));
            return;
        }
        try {
            Version version = publish.takeIn(tenant, checked.files(), PublishPackage.SYSTEM);
            if (isToBegin(version))
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
        if (!beginWith.contains(ALL) && !beginWith.contains(version.packageId())) return false;
        Shelf shelf = library.shelf(tenant, version.packageId());
        Optional<Integer> inForce = shelf.inForce();
        boolean isTheirs =
                shelf.publications().stream().anyMatch(one -> !one.by().equals(PublishPackage.SYSTEM));
        if (isTheirs) return false;
        return inForce.isEmpty() || inForce.get() < version.number();
    }

    private String line(Fault fault) {
        RefusalTexts.Words words = texts.words(fault.refusal(), Locale.ENGLISH);
        return "%s %s %s".formatted(fault.spot(), words.sentence(), words.remedy());
    }
}
