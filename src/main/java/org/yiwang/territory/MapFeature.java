package org.yiwang.territory;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map.
 *
 * @param code unique within its layer; of a cell by GB/T 30428.1: district 6, sub-district 3, committee 3, cell 2 or 3 digits
 * @param unit the organisation's unit that looks after it ({@code c07}, {@code area-2}), for areas and committees
 * @param committee unit id of the committee it lies in, where the map says so
 * @param area unit id of the area it lies in, where the map says so
 * @param kind finer sort within the layer, such as {@code arterial} or {@code school}; {@code class} in GeoJSON
 * @param geometry WGS-84 degrees, rounded to six decimals (0.1 m)
 */
public record MapFeature(
        Layer layer,
        String code,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String unit,
        @Nullable String committee,
        @Nullable String area,
        @Nullable String kind,
        Geometry geometry) {

    MapFeature in(@Nullable String otherArea) {
        return new MapFeature(layer, code, name, nameEn, unit, committee, otherArea, kind, geometry);
    }

    /** The name, or the code of a thing without one. */
    String label() {
        return name == null ? code : name;
    }
}
