package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;

/** A place for a shop beside a street, with its house number: even ones on one side, odd ones on the other. */
record Frontage(LonLat at, String address) {
    private static final double STEP_DEGREES = 0.00018;
    private static final double BESIDE_DEGREES = 0.00014;
    private static final int NUMBERS_PER_STEP = 6;

    /** All places along the named streets that lie within the sub-district. */
    static List<Frontage> along(Territory territory) {
        List<Frontage> fronts = new ArrayList<>();
        for (MapFeature road : territory.of(Layer.ROAD)) {
            String kind = Optional.ofNullable(road.kind()).orElse("");
            if (road.name() != null && (kind.equals("arterial") || kind.equals("secondary")))
                along(territory, road, fronts);
        }
        return fronts;
    }

    private static void along(Territory territory, MapFeature road, List<Frontage> fronts) {
        int number = NUMBERS_PER_STEP;
        for (int i = 0; i < road.geometry().getNumGeometries(); i++) {
            Geometry line = road.geometry().getGeometryN(i);
            LengthIndexedLine index = new LengthIndexedLine(line);
            for (double at = STEP_DEGREES; at < line.getLength(); at += STEP_DEGREES) {
                add(territory, index.extractPoint(at, BESIDE_DEGREES), road.name() + (number + 1) + "号", fronts);
                add(territory, index.extractPoint(at, -BESIDE_DEGREES), road.name() + number + "号", fronts);
                number += NUMBERS_PER_STEP;
            }
        }
    }

    private static void add(Territory territory, Coordinate at, String address, List<Frontage> fronts) {
        LonLat point = new LonLat(at.x, at.y).rounded();
        if (territory.cellAt(point) != null) fronts.add(new Frontage(point, address));
    }
}
