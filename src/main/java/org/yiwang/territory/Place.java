package org.yiwang.territory;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something on the map that can be found by its name.
 *
 * @param kind its layer, such as {@code estate}
 * @param lon longitude of a point on it, as {@code lat}
 * @param committee unit id of the committee that the point lies in; null outside the sub-district
 */
@Schema(name = "NamedPlace")
record Place(
        String code,
        String name,
        String kind,
        double lon,
        double lat,
        @Nullable String committee) {}
