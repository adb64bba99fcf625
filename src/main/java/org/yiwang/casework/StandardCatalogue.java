package org.yiwang.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Category;
import org.yiwang.scenario.BundledPackages;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The standard categories (GB/T 30428.2 and hotline practice) of the packages that every sub-district begins with, and the reason lists and templates that come with the product. */
@Component
public class StandardCatalogue {
    /** What every sub-district begins with. */
    private static final List<String> PACKAGES = List.of("standard", "foundation", "shopfront", "streetscape");

    /** One reason of a list; {@code ground} is the rule it rests on. */
    public record Reason(
            String id, String zh, String en, @Nullable String ground) {}

    /**
     * What a good clerk would write, ready to be changed; in Chinese, the language of those who are answered.
     *
     * @param text with {place} {category} {number} {due} {unit} {phone} filled in by the screen and 【】 by the clerk
     * @param category the beginning of a category code; without it the template serves all
     */
    public record Template(
            String id,
            String action,
            String title,
            String text,
            @Nullable String category) {

        boolean serves(@Nullable String wantedAction, @Nullable String code) {
            return (wantedAction == null || action.equals(wantedAction))
                    && (code == null || category == null || code.startsWith(category));
        }

        /** How closely it is cut to its matter. */
        int closeness() {
            return category == null ? 0 : category.length();
        }
    }

    record Templates(List<Template> templates) {}

    private final Map<String, PackageFiles> packages = new LinkedHashMap<>();
    private final List<Category> categories;
    private final Map<String, List<Reason>> reasons;
    private final List<Template> templates;

    StandardCatalogue() {
        YAMLMapper yaml = new YAMLMapper();
        Map<String, Map<String, byte[]>> bundled = BundledPackages.read();
        List<PackageFiles> all = PACKAGES.stream()
                .map(id -> PackageFiles.of(bundled.getOrDefault(id, Map.of()), List.of(), new Faults()))
                .toList();
        for (String id : PACKAGES)
            packages.put(id, PackageFiles.of(bundled.getOrDefault(id, Map.of()), all, new Faults()));
        this.categories = CaseType.inOrder(packages.values().stream()
                .flatMap(files -> ReadCaseTypes.of(files, new Faults()).types().values().stream())
                .map(CaseType::category)
                .toList());
        this.reasons = new HashMap<>();
        read(yaml, "/casework/reasons.yaml", Reasons.class).lists().forEach(reasons::put);
        this.templates = read(yaml, "/casework/templates.yaml", Templates.class).templates();
    }

    record Reasons(Map<String, List<Reason>> lists) {}

    List<Category> categories() {
        return categories;
    }

    /** The packages as if they were in force alone. */
    Map<String, List<PublishedPackage>> published() {
        Map<String, List<PublishedPackage>> published = new LinkedHashMap<>();
        packages.forEach((id, files) -> published.put(id, List.of(new PublishedPackage(files, 1, Instant.EPOCH))));
        return published;
    }

    /** Codes of the categories that come with the product, in whichever package. */
    public static Set<String> codes() {
        return BundledPackages.read().values().stream()
                .map(content -> PackageFiles.of(content, List.of(), new Faults()))
                .flatMap(files -> ReadCaseTypes.of(files, new Faults()).types().keySet().stream())
                .collect(Collectors.toSet());
    }

    public Map<String, List<Reason>> reasons() {
        return reasons;
    }

    /** The templates of an action for a category, those made for it before the general ones; what is not given does not narrow. */
    public List<Template> templates(@Nullable String action, @Nullable String category) {
        return templates.stream()
                .filter(template -> template.serves(action, category))
                .sorted(Comparator.comparingInt(Template::closeness).reversed())
                .toList();
    }

    Map<String, Set<String>> reasonCodes() {
        return reasons.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, list -> list.getValue().stream()
                .map(Reason::id)
                .collect(Collectors.toSet())));
    }

    private static <T> T read(YAMLMapper yaml, String name, Class<T> type) {
        try (InputStream in = StandardCatalogue.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing from this build");
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
