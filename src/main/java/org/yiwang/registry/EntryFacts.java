package org.yiwang.registry;

import org.jspecify.annotations.Nullable;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.node.ObjectNode;

/**
 * What other modules may know of an entry.
 *
 * @param data by the form's fields, without the personal ones
 * @param point WGS-84, on the line or within the area that the entry covers; null where it has no place
 * @param cell null outside the sub-district and without a place, as committee and area
 */
public record EntryFacts(
        String register,
        String key,
        String label,
        ObjectNode data,
        @Nullable LonLat point,
        @Nullable String cell,
        @Nullable String committee,
        @Nullable String area) {}
