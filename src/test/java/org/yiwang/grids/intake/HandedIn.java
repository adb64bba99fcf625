package org.yiwang.grids.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Edition;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.grids.model.Survey;
import org.yiwang.territory.Datum;
import org.yiwang.territory.Shapes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Files as departments hand them in. */
public final class HandedIn {
    private static final JsonMapper JSON = new JsonMapper();

    private HandedIn() {}

    public static byte[] file(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
                .formatted(String.join(",", features))
                .getBytes(UTF_8);
    }

    /** @param properties beside the code, such as {@code "holder":"chief"} */
    public static String feature(String code, String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",%s},\"geometry\":%s}"
                .formatted(code, properties, geometry);
    }

    public static String geometry(Geometry shape) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            Shapes.write(out, shape);
        }
        return text.toString();
    }

    public static Intake check(Ground ground, Department department, byte[] file, Datum datum) {
        return CheckGrids.check(
                ground, new ReadGrids(department, datum, name -> new Holder(null, name, null)).read(file), datum);
    }

    /** The grids written to a file and read again. */
    public static Intake checked(Ground ground, Department department, List<Grid> grids) {
        String features = grids.stream()
                .map(grid ->
                        feature(grid.code(), "\"holder\":\"" + grid.holder().name() + "\"", geometry(grid.shape())))
                .collect(Collectors.joining(","));
        return check(ground, department, file(features), Datum.WGS84);
    }

    public static Survey laid(Ground ground, Department department, List<Grid> grids) {
        Map<String, Grid> byCode = new LinkedHashMap<>();
        grids.forEach(grid -> byCode.put(grid.code(), grid));
        Edition edition =
                new Edition(department.code(), 1, LocalDate.of(2021, 1, 1), Instant.EPOCH, "-", "", grids.size());
        return new Survey(department, edition, byCode, ground.shareOut().of(grids));
    }
}
