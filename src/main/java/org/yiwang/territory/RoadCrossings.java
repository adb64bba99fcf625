package org.yiwang.territory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which named roads meet, found once for all questions. Lanes bear a road's name already, and a bridge is no address: both are left out. */
final class RoadCrossings {
    private static final Set<String> NO_ADDRESS = Set.of("lane", "bridge");

    private record Pair(String one, String other) {}

    private final Set<Pair> pairs = new HashSet<>();

    RoadCrossings(List<MapFeature> features) {
        List<MapFeature> streets =
                features.stream().filter(RoadCrossings::isStreet).toList();
        for (MapFeature one : streets)
            for (MapFeature other : streets)
                if (!one.label().equals(other.label()) && one.geometry().intersects(other.geometry()))
                    pairs.add(new Pair(one.code(), other.code()));
    }

    static boolean isStreet(MapFeature feature) {
        return feature.layer() == Layer.ROAD
                && feature.name() != null
                && (feature.kind() == null || !NO_ADDRESS.contains(feature.kind()));
    }

    boolean meet(MapFeature one, MapFeature other) {
        return pairs.contains(new Pair(one.code(), other.code()));
    }
}
