package org.yiwang.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.PackageLibrary.Shelf;
import org.yiwang.scenario.ScenarioStore.Version;

/** Packages as the desk shows them. */
@Component
class ScenarioViews {
    /** A package in a list; described by the version in force, or by the latest one where none is. */
    @SchemaName("ScenarioPackage")
    record Listed(
            String id,
            String zh,
            String en,
            String summaryZh,
            String summaryEn,
            @Nullable String system,
            String owner,
            List<String> needs,
            @Nullable VersionView inForce,
            VersionView latest) {}

    /** @param by account, or {@code system} for what came with the program */
    @SchemaName("ScenarioVersion")
    record VersionView(int number, String label, String digest, String by, Instant at, boolean inForce) {}

    /** One thing that a package brings, in plain words. */
    @SchemaName("ScenarioContent")
    record Content(String section, String zh, String en) {}

    @SchemaName("ScenarioPublication")
    record PublicationView(int version, String label, String by, Instant at, boolean withdrawn) {}

    /** @param rollBackTo number of the version that was in force before; missing where there was none */
    @SchemaName("ScenarioDetail")
    record Detail(
            Listed about,
            List<Content> contents,
            List<VersionView> versions,
            List<PublicationView> publications,
            @Nullable Integer rollBackTo) {}

    /** @param line counted from 1 */
    @SchemaName("ScenarioFault")
    record FaultView(String file, int line, String severity, String code, String message, String remedy) {}

    private final PackageLibrary library;
    private final CheckPackage check;
    private final RefusalTexts texts;

    ScenarioViews(PackageLibrary library, CheckPackage check, RefusalTexts texts) {
        this.library = library;
        this.check = check;
        this.texts = texts;
    }

    List<Listed> list(Tenant tenant) {
        return library.shelves(tenant).values().stream()
                .map(shelf -> listed(shelf, files(tenant, shelf)))
                .toList();
    }

    Detail detail(Tenant tenant, String id) {
        Shelf shelf = library.shelf(tenant, id);
        PackageFiles files = files(tenant, shelf);
        List<Content> contents = check.sections().stream()
                .flatMap(section -> section.contents(files).stream()
                        .map(words -> new Content(section.folder(), words.zh(), words.en())))
                .toList();
        return new Detail(
                listed(shelf, files),
                contents,
                shelf.versions().reversed().stream()
                        .map(version -> view(shelf, version))
                        .toList(),
                shelf.publications().reversed().stream()
                        .map(one -> new PublicationView(
                                one.version(),
                                shelf.version(one.version()).label(),
                                one.by(),
                                one.at(),
                                one.withdrawn()))
                        .toList(),
                shelf.before().orElse(null));
    }

    List<FaultView> faults(Faults faults, Locale locale) {
        return faults.all().stream().map(fault -> view(fault, locale)).toList();
    }

    private FaultView view(Fault fault, Locale locale) {
        RefusalTexts.Words words = texts.words(fault.refusal(), locale);
        return new FaultView(
                fault.spot().file(),
                fault.spot().line(),
                fault.severity().id(),
                fault.code(),
                words.sentence(),
                words.remedy());
    }

    /** What a version changes against the one in force; everything is new where none is. */
    List<Difference> differences(Tenant tenant, String id, int number) {
        Shelf shelf = library.shelf(tenant, id);
        Map<String, byte[]> after =
                library.content(tenant, id, shelf.version(number).number());
        Map<String, byte[]> before = shelf.inForce()
                .map(version -> library.content(tenant, id, version))
                .orElse(Map.of());
        return Difference.between(before, after);
    }

    VersionView version(Tenant tenant, Version version) {
        return view(library.shelf(tenant, version.packageId()), version);
    }

    private PackageFiles files(Tenant tenant, Shelf shelf) {
        int shown = shelf.inForce().orElse(shelf.versions().getLast().number());
        return PackageLibrary.read(
                library.content(tenant, shelf.id(), shown),
                library.inForce(tenant).values());
    }

    private static Listed listed(Shelf shelf, PackageFiles files) {
        Pack pack = files.pack();
        Optional<VersionView> inForce = shelf.inForce().map(number -> view(shelf, shelf.version(number)));
        return new Listed(
                pack.id(),
                pack.name().zh(),
                pack.name().en(),
                pack.summary().zh(),
                pack.summary().en(),
                pack.system(),
                pack.owner(),
                pack.needs(),
                inForce.orElse(null),
                view(shelf, shelf.versions().getLast()));
    }

    private static VersionView view(Shelf shelf, Version version) {
        boolean isInForce =
                shelf.inForce().filter(number -> number == version.number()).isPresent();
        return new VersionView(
                version.number(), version.label(), version.digest().hex(), version.by(), version.at(), isInForce);
    }
}
