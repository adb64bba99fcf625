package org.yiwang.casework.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.organisation.UnitId;

/** What the place has decided beforehand: categories, reason lists, and which units exist. */
public record Catalogue(Map<String, Category> categories, Map<String, Set<String>> reasons, Set<UnitId> units) {

    public Optional<Category> find(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    public Category category(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no category " + code));
    }

    public Collection<Category> all() {
        return categories.values();
    }

    boolean knowsReason(String list, String code) {
        return reasons.getOrDefault(list, Set.of()).contains(code);
    }
}
