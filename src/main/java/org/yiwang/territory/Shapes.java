package org.yiwang.territory;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.JsonNode;

/** Geometries (RFC 7946) of other modules' things on the map. */
public final class Shapes {
    private Shapes() {}

    /**
     * A point on a line or well inside an area, WGS-84.
     *
     * @throws org.yiwang.platform.RefusedException where the node is no geometry, crosses itself, or lies off China
     */
    public static LonLat pointOn(JsonNode geometry) {
        Geometry shape = GeoJson.read(geometry, Datum.WGS84);
        Point point = shape.getInteriorPoint();
        return new LonLat(point.getX(), point.getY()).rounded();
    }
}
