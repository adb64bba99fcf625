package org.yiwang.registry.model;

import org.jspecify.annotations.Nullable;
import org.yiwang.territory.Cell;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.JsonNode;

/**
 * Where an entry lies.
 *
 * @param point WGS-84; of a line or an area a point on it
 * @param shape GeoJSON geometry of a line or an area
 * @param cell null outside the sub-district, as committee and area
 */
public record Site(
        LonLat point,
        @Nullable JsonNode shape,
        @Nullable String cell,
        @Nullable String committee,
        @Nullable String area) {

    public static Site of(LonLat point, @Nullable JsonNode shape, @Nullable Cell cell) {
        return cell == null
                ? new Site(point, shape, null, null, null)
                : new Site(point, shape, cell.code(), cell.committee(), cell.area());
    }
}
