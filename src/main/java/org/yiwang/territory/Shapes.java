package org.yiwang.territory;

import static org.yiwang.platform.Refusal.Kind.INVALID;
import static org.yiwang.platform.Refusal.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.yiwang.platform.Refusal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Geometries (RFC 7946) of other modules' things on the map. */
public final class Shapes {
    private static final List<String> LAND = List.of("Polygon", "MultiPolygon");

    private Shapes() {}

    /**
     * A point on a line or well inside an area, WGS-84.
     *
     * @throws org.yiwang.platform.RefusedException where the node is no geometry, crosses itself, or lies off China
     */
    public static LonLat pointOn(JsonNode geometry) {
        return pointIn(GeoJson.read(geometry, Datum.WGS84));
    }

    /** A point well inside a shape. */
    public static LonLat pointIn(Geometry shape) {
        Point point = shape.getInteriorPoint();
        return new LonLat(point.getX(), point.getY()).rounded();
    }

    /**
     * The features of a collection, as they stand in the file.
     *
     * @throws org.yiwang.platform.RefusedException where the file is too large or no collection
     */
    public static List<JsonNode> features(byte[] file) {
        List<JsonNode> features = new ArrayList<>();
        MapFile.collection(file).forEach(features::add);
        return features;
    }

    /**
     * Land in WGS-84 degrees, rounded to six decimals.
     *
     * @throws org.yiwang.platform.RefusedException where the node encloses no land, crosses itself, has its axes swapped, or lies off China
     */
    public static Geometry land(JsonNode geometry, Datum datum) {
        Geometry shape = GeoJson.read(geometry, datum);
        if (!LAND.contains(shape.getGeometryType()))
            throw refuse(INVALID, "territory.no-land", String.join(", ", LAND)).exception();
        fault(shape).ifPresent(fault -> {
            throw fault.exception();
        });
        return shape;
    }

    public static void write(JsonGenerator out, Geometry shape) {
        GeoJson.write(out, shape);
    }

    /** Of a small shape in degrees. */
    public static double squareMetres(Geometry degrees) {
        return Earth.squareMetres(degrees);
    }

    static Optional<Refusal> fault(Geometry shape) {
        TopologyValidationError fault = new IsValidOp(shape).getValidationError();
        if (fault == null) return Optional.empty();
        return Optional.of(
                refuse(INVALID, "territory.self-crossing", fault.getCoordinate().x, fault.getCoordinate().y));
    }
}
