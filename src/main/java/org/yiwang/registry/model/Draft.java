package org.yiwang.registry.model;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entry is to be: checked, so that it can be stored.
 *
 * @param data without empty values, personal fields open
 */
public record Draft(
        String key, String label, ObjectNode data, @Nullable Site site) {

    /** Whether storing it would change nothing. */
    public boolean isSameAs(Entry entry) {
        return key.equals(entry.key()) && data.equals(Tidy.of(entry.data())) && isSameSite(entry.site());
    }

    private boolean isSameSite(@Nullable Site other) {
        if (site == null || other == null) return site == null && other == null;
        return site.point().equals(other.point()) && Objects.equals(site.shape(), other.shape());
    }

    /** @param id of the entry that it makes or changes */
    public Content content(Register register, UUID id) {
        return Content.of(register, id, this);
    }
}
