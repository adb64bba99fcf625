package org.yiwang.territory;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places by a part of their name, Chinese or English: those that begin with it first, estates before buildings. */
final class FindPlaces {
    private static final Set<Layer> FINDABLE =
            EnumSet.of(Layer.COMMITTEE, Layer.ESTATE, Layer.BUILDING, Layer.ROAD, Layer.PARK, Layer.PLACE, Layer.RIVER);

    private FindPlaces() {}

    static List<Place> find(Territory territory, String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return List.of();
        return territory.features().stream()
                .filter(feature -> FINDABLE.contains(feature.layer()) && rank(feature, wanted) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt((MapFeature feature) -> rank(feature, wanted))
                        .thenComparing(MapFeature::layer)
                        .thenComparing(MapFeature::code))
                .limit(limit)
                .map(feature -> place(territory, feature))
                .toList();
    }

    private static int rank(MapFeature feature, String wanted) {
        return Math.min(rank(feature.name(), wanted), rank(feature.nameEn(), wanted));
    }

    private static int rank(@Nullable String name, String wanted) {
        if (name == null) return Integer.MAX_VALUE;
        int at = name.toLowerCase(Locale.ROOT).indexOf(wanted);
        if (at < 0) return Integer.MAX_VALUE;
        return at > 0 ? 2 : name.length() == wanted.length() ? 0 : 1;
    }

    private static Place place(Territory territory, MapFeature feature) {
        LonLat point = Territory.middle(feature);
        Cell cell = territory.cellAt(point);
        return new Place(
                feature.code(),
                feature.label(),
                feature.layer().id(),
                point.lon(),
                point.lat(),
                cell == null ? null : cell.committee());
    }
}
