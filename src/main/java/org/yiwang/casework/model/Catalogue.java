package org.yiwang.casework.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * What the place has decided beforehand: categories, reason lists, and which units exist.
 *
 * @param editions the package version that each category comes from now
 * @param procedures of the types that have one, under every edition
 * @param past categories of versions that were in force once, and perhaps again: cases live on under them
 * @param older the same for versions so old that they are read when somebody asks for them
 */
public record Catalogue(
        Map<String, Category> categories,
        Map<String, Edition> editions,
        Map<Edition, Map<String, Category>> past,
        Map<Edition, Map<String, Procedure>> procedures,
        Map<String, Set<String>> reasons,
        Set<UnitId> units,
        Function<Edition, Then> older) {

    /** What counted in an edition. */
    public record Then(Map<String, Category> categories, Map<String, Procedure> procedures) {
        public static final Then NOTHING = new Then(Map.of(), Map.of());
    }

    /** One whose past is known in full. */
    public Catalogue(
            Map<String, Category> categories,
            Map<String, Edition> editions,
            Map<Edition, Map<String, Category>> past,
            Map<Edition, Map<String, Procedure>> procedures,
            Map<String, Set<String>> reasons,
            Set<UnitId> units) {
        this(categories, editions, past, procedures, reasons, units, _ -> Then.NOTHING);
    }

    /** A catalogue without a past. */
    public Catalogue(Map<String, Category> categories, Map<String, Set<String>> reasons, Set<UnitId> units) {
        this(categories, Map.of(), Map.of(), Map.of(), reasons, units);
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    public Category category(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no category " + code));
    }

    /** The category as it was in this edition; as it is now where the edition is not known. */
    public Category category(String code, @Nullable Edition edition) {
        Category then = edition == null ? null : categories(edition).get(code);
        return then == null ? category(code) : then;
    }

    private Map<String, Category> categories(Edition edition) {
        Map<String, Category> known = past.get(edition);
        return known == null ? older.apply(edition).categories() : known;
    }

    /** How such cases are gone about in this edition; as now where the edition is not known. */
    public Procedure procedure(String code, @Nullable Edition edition) {
        Map<String, Procedure> known = edition == null ? null : procedures.get(edition);
        if (known != null) return known.getOrDefault(code, Procedure.NONE);
        Procedure then =
                edition == null ? null : older.apply(edition).procedures().get(code);
        if (then != null) return then;
        Edition now = editions.get(code);
        return now == null
                ? Procedure.NONE
                : procedures.getOrDefault(now, Map.of()).getOrDefault(code, Procedure.NONE);
    }

    @Nullable
    Edition edition(String code) {
        return editions.get(code);
    }

    public Collection<Category> all() {
        return categories.values();
    }

    boolean knowsReason(String list, String code) {
        return reasons.getOrDefault(list, Set.of()).contains(code);
    }
}
