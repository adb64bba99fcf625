package org.yiwang.territory;

import static org.yiwang.platform.Refusal.Kind.INVALID;
import static org.yiwang.platform.Refusal.refuse;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.yiwang.platform.RefusedException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Geometries in GeoJSON (RFC 7946). Reading refuses what is no geometry; numbers are rounded to six decimals. */
final class GeoJson {
    static final GeometryFactory SHAPES = new GeometryFactory(new PrecisionModel(), 4326);
    static final int POINTS_PER_FEATURE_MAX = 20_000;

    private final Datum datum;
    private int points;

    private GeoJson(Datum datum) {
        this.datum = datum;
    }

    /** The geometry in WGS-84; throws {@link RefusedException} where the node is no geometry or lies off the earth or off China. */
    static Geometry read(JsonNode node, Datum datum) {
        return new GeoJson(datum).geometry(node);
    }

    static Point point(LonLat at) {
        return SHAPES.createPoint(new Coordinate(at.lon(), at.lat()));
    }

    private Geometry geometry(JsonNode node) {
        JsonNode at = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Point" -> SHAPES.createPoint(position(at));
            case "LineString" -> line(at);
            case "MultiLineString" ->
                SHAPES.createMultiLineString(list(at).stream().map(this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" ->
                SHAPES.createMultiPolygon(list(at).stream().map(this::polygon).toArray(Polygon[]::new));
            default -> throw refuse(INVALID, "territory.no-geometry").exception();
        };
    }

    private LineString line(JsonNode node) {
        Coordinate[] positions = positions(node);
        if (positions.length < 2)
            throw refuse(INVALID, "territory.too-few-points", 2).exception();
        return SHAPES.createLineString(positions);
    }

    private Polygon polygon(JsonNode node) {
        List<LinearRing> rings = list(node).stream().map(this::ring).toList();
        if (rings.isEmpty())
            throw refuse(INVALID, "territory.too-few-points", 4).exception();
        return SHAPES.createPolygon(rings.getFirst(), rings.stream().skip(1).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode node) {
        Coordinate[] positions = positions(node);
        if (positions.length < 4)
            throw refuse(INVALID, "territory.too-few-points", 4).exception();
        if (!positions[0].equals2D(positions[positions.length - 1]))
            throw refuse(INVALID, "territory.open-ring", positions[0].x, positions[0].y)
                    .exception();
        return SHAPES.createLinearRing(positions);
    }

    private Coordinate[] positions(JsonNode node) {
        return list(node).stream().map(this::position).toArray(Coordinate[]::new);
    }

    private Coordinate position(JsonNode node) {
        JsonNode x = node.path(0);
        JsonNode y = node.path(1);
        if (!x.isNumber() || !y.isNumber())
            throw refuse(INVALID, "territory.no-geometry").exception();
        if (++points > POINTS_PER_FEATURE_MAX)
            throw refuse(INVALID, "territory.too-many-points", POINTS_PER_FEATURE_MAX)
                    .exception();
        Earth.assertInChina(x.doubleValue(), y.doubleValue());
        LonLat point =
                datum.toWgs84(new LonLat(x.doubleValue(), y.doubleValue())).rounded();
        return new Coordinate(point.lon(), point.lat());
    }

    private static List<JsonNode> list(JsonNode node) {
        if (!node.isArray()) throw refuse(INVALID, "territory.no-geometry").exception();
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    static void write(JsonGenerator out, Geometry geometry) {
        out.writeStartObject();
        out.writeStringProperty("type", geometry.getGeometryType());
        out.writeName("coordinates");
        writeCoordinates(out, geometry);
        out.writeEndObject();
    }

    private static void writeCoordinates(JsonGenerator out, Geometry geometry) {
        switch (geometry) {
            case Point point -> writePosition(out, point.getCoordinate());
            case LineString line -> writeLine(out, line);
            case Polygon polygon -> {
                out.writeStartArray();
                writeLine(out, polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) writeLine(out, polygon.getInteriorRingN(i));
                out.writeEndArray();
            }
            default -> {
                out.writeStartArray();
                for (int i = 0; i < geometry.getNumGeometries(); i++) writeCoordinates(out, geometry.getGeometryN(i));
                out.writeEndArray();
            }
        }
    }

    private static void writeLine(JsonGenerator out, LineString line) {
        out.writeStartArray();
        for (Coordinate position : line.getCoordinates()) writePosition(out, position);
        out.writeEndArray();
    }

    private static void writePosition(JsonGenerator out, Coordinate position) {
        out.writeStartArray();
        out.writeNumber(position.x);
        out.writeNumber(position.y);
        out.writeEndArray();
    }
}
