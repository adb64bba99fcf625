package org.yiwang.registry.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the entries of a register lie on the map. */
public enum PlaceKind {
    NONE,
    POINT,
    LINE,
    AREA;

    public static final List<String> IDS =
            Arrays.stream(values()).map(PlaceKind::id).toList();

    /** Whether a geometry (RFC 7946) of this type is one. */
    public boolean takes(String geometryType) {
        return switch (this) {
            case NONE -> false;
            case POINT -> geometryType.equals("Point");
            case LINE -> geometryType.equals("LineString") || geometryType.equals("MultiLineString");
            case AREA -> geometryType.equals("Polygon") || geometryType.equals("MultiPolygon");
        };
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static PlaceKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
