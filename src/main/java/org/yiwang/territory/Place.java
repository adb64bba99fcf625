package org.yiwang.territory;

import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;

/**
 * Something on the map that can be found by its name.
 *
 * @param kind its layer, such as {@code estate}
 * @param lon longitude of a point on it, as {@code lat}
 * @param committee unit id of the committee that the point lies in; null outside the sub-district
 */
@SchemaName("NamedPlace")
record Place(
        String code,
        String name,
        String kind,
        double lon,
        double lat,
        @Nullable String committee) {}
