package org.yiwang.casework.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * What the place has decided beforehand: categories, reason lists, and which units exist.
 *
 * @param editions the package version that each category comes from now
 * @param procedures of the types that have one, under every edition
 * @param past categories of versions that were in force once, and perhaps again: cases live on under them
 */
public record Catalogue(
        Map<String, Category> categories,
        Map<String, Edition> editions,
        Map<Edition, Map<String, Category>> past,
        Map<Edition, Map<String, Procedure>> procedures,
        Map<String, Set<String>> reasons,
        Set<UnitId> units) {

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
        Category then =
                edition == null ? null : past.getOrDefault(edition, Map.of()).get(code);
        return then == null ? category(code) : then;
    }

    /** How such cases are gone about in this edition; as now where the edition is not known. */
    public Procedure procedure(String code, @Nullable Edition edition) {
        Edition counts = edition != null && procedures.containsKey(edition) ? edition : editions.get(code);
        if (counts == null) return Procedure.NONE;
        return procedures.getOrDefault(counts, Map.of()).getOrDefault(code, Procedure.NONE);
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
