package org.yiwang.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.index.strtree.STRtree;

/** What is near a point, and how a person would call the place. */
final class Surroundings {
    private static final double REACH_METRES = 220;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final Set<Layer> NAMED =
            EnumSet.of(Layer.ESTATE, Layer.BUILDING, Layer.ROAD, Layer.PARK, Layer.PLACE);

    record Hit(MapFeature feature, double metres) {
        String name() {
            return feature.label();
        }
    }

    private record Thing(MapFeature feature, Geometry metres) {}

    private final STRtree tree = new STRtree();
    private final double eastPerDegree;
    private final RoadCrossings crossings;

    Surroundings(List<MapFeature> features) {
        Envelope all = new Envelope();
        features.forEach(feature -> all.expandToInclude(feature.geometry().getEnvelopeInternal()));
        double lat = all.isNull() ? 0 : all.centre().y;
        eastPerDegree = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        for (MapFeature feature : features) if (NAMED.contains(feature.layer()) && feature.name() != null) add(feature);
        tree.build();
        crossings = new RoadCrossings(features);
    }

    /** The cell's point with what is near it: of each layer the nearest, each name once. */
    Located around(LonLat point, Cell cell) {
        List<Hit> hits = hits(point);
        Map<Layer, Near> found = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Hit hit : hits)
            if (!found.containsKey(hit.feature().layer()) && names.add(hit.name()))
                found.put(hit.feature().layer(), near(hit));
        return new Located(point, cell, Address.of(hits, crossings), List.copyOf(found.values()));
    }

    private List<Hit> hits(LonLat at) {
        Point point = metres(at);
        Envelope reach = point.getEnvelopeInternal();
        reach.expandBy(REACH_METRES);
        List<Hit> hits = new ArrayList<>();
        for (Object near : tree.query(reach)) {
            Thing thing = (Thing) near;
            if (thing.metres.getEnvelopeInternal().distance(point.getEnvelopeInternal()) > REACH_METRES) continue;
            double metres = thing.metres.distance(point);
            if (metres <= REACH_METRES) hits.add(new Hit(thing.feature, metres));
        }
        hits.sort(Comparator.comparingDouble(Hit::metres));
        return hits;
    }

    private static Near near(Hit hit) {
        return new Near(hit.feature().code(), hit.name(), hit.feature().layer().id(), (int) Math.round(hit.metres()));
    }

    private void add(MapFeature feature) {
        Geometry metres = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence degrees, @Nullable Geometry parent) {
                CoordinateSequence moved = degrees.copy();
                for (int i = 0; i < moved.size(); i++) {
                    moved.setOrdinate(i, 0, degrees.getX(i) * eastPerDegree);
                    moved.setOrdinate(i, 1, degrees.getY(i) * METRES_PER_DEGREE);
                }
                return moved;
            }
        }.transform(feature.geometry());
        tree.insert(metres.getEnvelopeInternal(), new Thing(feature, Objects.requireNonNull(metres)));
    }

    private Point metres(LonLat at) {
        return GeoJson.SHAPES.createPoint(new Coordinate(at.lon() * eastPerDegree, at.lat() * METRES_PER_DEGREE));
    }
}
