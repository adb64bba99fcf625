package org.yiwang.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.ClockName;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The categories and reason lists that come with the product (GB/T 30428.2 and hotline practice); a place may change them. */
@Component
public class StandardCatalogue {

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

    record File(Map<String, Profile> profiles, List<Row> categories) {}

    /** Limits that many categories share. */
    record Profile(Map<ClockName, Limit> limits, Limit reply, Category.Photos evidence) {}

    record Row(
            String code,
            Category.Kind kind,
            String zh,
            String en,
            String profile,
            String lead,
            boolean open,
            boolean selfHandle,
            boolean urgent) {}

    private final List<Category> categories;
    private final Map<String, List<Reason>> reasons;
    private final List<Template> templates;

    StandardCatalogue() {
        YAMLMapper yaml = new YAMLMapper();
        File file = read(yaml, "/casework/categories.yaml", File.class);
        this.categories =
                file.categories().stream().map(row -> category(file, row)).toList();
        this.reasons = new HashMap<>();
        read(yaml, "/casework/reasons.yaml", Reasons.class).lists().forEach(reasons::put);
        this.templates = read(yaml, "/casework/templates.yaml", Templates.class).templates();
    }

    record Reasons(Map<String, List<Reason>> lists) {}

    List<Category> categories() {
        return categories;
    }

    /** Codes of the categories that come with the product. */
    public static Set<String> codes() {
        return new StandardCatalogue().categories.stream().map(Category::code).collect(Collectors.toSet());
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

    private static Category category(File file, Row row) {
        Profile profile = file.profiles().get(row.profile());
        if (profile == null)
            throw new IllegalArgumentException("category " + row.code() + ": no profile " + row.profile());
        boolean committee = row.lead().equals("committee");
        Category.Lead lead = new Category.Lead(
                committee ? Category.Lead.By.COMMITTEE : Category.Lead.By.UNIT,
                committee ? null : new UnitId(row.lead()));
        return new Category(
                row.code(),
                null,
                row.kind(),
                row.zh(),
                row.en(),
                row.open(),
                row.selfHandle(),
                row.urgent(),
                profile.evidence(),
                profile.limits(),
                profile.reply(),
                lead);
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
