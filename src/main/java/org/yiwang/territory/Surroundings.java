package org.yiwang.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
    private static final double REACH_METRES = 300;
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

    Surroundings(List<MapFeature> features) {
        Envelope all = new Envelope();
        features.forEach(feature -> all.expandToInclude(feature.geometry().getEnvelopeInternal()));
        double lat = all.isNull() ? 0 : all.centre().y;
        eastPerDegree = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        for (MapFeature feature : features) if (NAMED.contains(feature.layer()) && feature.name() != null) add(feature);
        tree.build();
    }

    /** The nearest of each layer within reach, nearest first. */
    List<Near> nearest(LonLat point) {
        Map<Layer, Near> found = new LinkedHashMap<>();
        for (Hit hit : hits(point)) found.putIfAbsent(hit.feature().layer(), near(hit));
        return List.copyOf(found.values());
    }

    /** Such as 银河苑小区3号楼(长阳路近宁国路) or 平凉路近兰州路; empty where nothing is within reach. */
    String address(LonLat point) {
        return Address.of(hits(point));
    }

    private List<Hit> hits(LonLat at) {
        Point point = metres(at);
        Envelope reach = point.getEnvelopeInternal();
        reach.expandBy(REACH_METRES);
        List<Hit> hits = new ArrayList<>();
        for (Object near : tree.query(reach)) {
            Thing thing = (Thing) near;
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
