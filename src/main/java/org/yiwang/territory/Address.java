package org.yiwang.territory;

import java.util.List;
import java.util.Optional;

/** How a person would call a place: the house or estate, and the road with the next road that crosses it. */
final class Address {
    private static final double INSIDE_METRES = 3;
    private static final double BESIDE_METRES = 35;

    private Address() {}

    /** @param hits named things around the point, nearest first */
    static String of(List<Surroundings.Hit> hits, RoadCrossings crossings) {
        String roads = roads(hits, crossings);
        return house(hits)
                .map(house -> roads.isEmpty() ? house : house + "(" + roads + ")")
                .orElse(roads);
    }

    private static Optional<String> house(List<Surroundings.Hit> hits) {
        return first(hits, Layer.BUILDING, INSIDE_METRES)
                .or(() -> first(hits, Layer.ESTATE, 0))
                .or(() -> first(hits, Layer.PARK, 0))
                .or(() -> first(hits, Layer.PLACE, BESIDE_METRES).map(name -> name + "附近"));
    }

    private static Optional<String> first(List<Surroundings.Hit> hits, Layer layer, double metresMax) {
        return hits.stream()
                .filter(hit -> hit.feature().layer() == layer && hit.metres() <= metresMax)
                .map(Surroundings.Hit::name)
                .findFirst();
    }

    private static String roads(List<Surroundings.Hit> hits, RoadCrossings crossings) {
        List<MapFeature> streets = hits.stream()
                .map(Surroundings.Hit::feature)
                .filter(RoadCrossings::isStreet)
                .toList();
        if (streets.isEmpty()) return first(hits, Layer.ROAD, Double.MAX_VALUE).orElse("");
        MapFeature road = streets.getFirst();
        return streets.stream()
                .filter(other -> crossings.meet(road, other))
                .findFirst()
                .map(other -> road.label() + "近" + other.label())
                .orElse(road.label());
    }
}
