package org.yiwang.territory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What a feature of the map is: 街道, 片区, 居委会, 单元网格, 小区, 楼栋, 道路, 水域, 园区绿地, 地点. */
public enum Layer {
    SUBDISTRICT,
    AREA,
    COMMITTEE,
    CELL,
    ESTATE,
    BUILDING,
    ROAD,
    RIVER,
    PARK,
    PLACE;

    /** Whether its shapes enclose land. */
    boolean isLand() {
        return switch (this) {
            case ROAD, PLACE -> false;
            case SUBDISTRICT, AREA, COMMITTEE, CELL, ESTATE, BUILDING, RIVER, PARK -> true;
        };
    }

    /** The kinds of geometry that it may have (RFC 7946). */
    Set<String> geometries() {
        return switch (this) {
            case ROAD -> Set.of("LineString", "MultiLineString");
            case PLACE -> Set.of("Point");
            case SUBDISTRICT, AREA, COMMITTEE, CELL, ESTATE, BUILDING, RIVER, PARK -> Set.of("Polygon", "MultiPolygon");
        };
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Layer of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
