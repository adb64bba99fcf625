package org.yiwang.grids.store;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.grids.model.Duty;
import org.yiwang.territory.Datum;
import org.yiwang.territory.Shapes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands as JSON in the rows. */
final class GridsJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Duty>> DUTIES = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Double>> SHARES = new TypeReference<>() {};

    private GridsJson() {}

    static String duties(List<Duty> duties) {
        return JSON.writeValueAsString(duties);
    }

    static List<Duty> duties(String json) {
        return JSON.readValue(json, DUTIES);
    }

    static String shares(Map<String, Double> shares) {
        return JSON.writeValueAsString(shares);
    }

    static Map<String, Double> shares(String json) {
        return JSON.readValue(json, SHARES);
    }

    static String shape(Geometry shape) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            Shapes.write(out, shape);
        }
        return text.toString();
    }

    static Geometry shape(String json) {
        return Shapes.land(JSON.readTree(json), Datum.WGS84);
    }
}
