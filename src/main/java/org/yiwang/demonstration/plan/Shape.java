package org.yiwang.demonstration.plan;

import java.util.List;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GeoJSON of lines and areas for the registers. */
final class Shape {
    private Shape() {}

    static ObjectNode line(List<LonLat> corners) {
        ObjectNode shape = of("LineString");
        put(shape.putArray("coordinates"), corners);
        return shape;
    }

    /** @param corners the first not repeated */
    static ObjectNode area(List<LonLat> corners) {
        ObjectNode shape = of("Polygon");
        ArrayNode ring = shape.putArray("coordinates").addArray();
        put(ring, corners);
        put(ring, corners.subList(0, 1));
        return shape;
    }

    private static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static void put(ArrayNode array, List<LonLat> corners) {
        corners.forEach(corner -> array.addArray().add(corner.lon()).add(corner.lat()));
    }
}
