package org.yiwang.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.yiwang.advice.model.NamedSpots;
import org.yiwang.advice.model.NamedSpots.Found;
import org.yiwang.advice.model.NamedSpots.Named;
import org.yiwang.casework.PastCases;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** Places of the territory that a text names: estates, houses, named places, parks, and where two named roads meet. */
@Component
class KnownPlaces {
    static final double METRES_PER_DEGREE = 111_320;
    /** Whoever names a place may stand at its door. */
    private static final double REACH_METRES_MIN = 80;

    private static final double CROSSING_METRES = 80;
    private static final String CROSSING = "crossing";
    private static final Set<Layer> POINTED = Set.of(Layer.ESTATE, Layer.BUILDING, Layer.PLACE, Layer.PARK);
    private static final int SHOWN_MAX = 3;

    /**
     * A place that a text names.
     *
     * @param kind estate, building, place, park, or crossing of two roads
     * @param confidence share of earlier cases naming this kind of place that were within its reach
     * @param words of the text that name it
     */
    @SchemaName("AdvicePlace")
    record Spot(String name, String kind, double lon, double lat, double confidence, List<String> words, int earlier) {}

    private record Names(long edition, List<Named> pointed, List<Named> roads, Map<String, MapFeature> roadsByCode) {}

    private final Territories territories;
    private final AtomicReference<@Nullable Names> names = new AtomicReference<>();

    KnownPlaces(Territories territories) {
        this.territories = territories;
    }

    List<Spot> in(Tenant tenant, String text, Map<String, ModelStore.PlaceTrust> trust) {
        return found(tenant, text).stream()
                .map(one -> spot(one, trust.getOrDefault(one.named.kind(), new ModelStore.PlaceTrust(0, 0))))
                .sorted((one, other) -> Double.compare(other.confidence, one.confidence))
                .limit(SHOWN_MAX)
                .toList();
    }

    /** How often cases were where their words said, by kind of place. */
    Map<String, ModelStore.PlaceTrust> trust(Tenant tenant, List<PastCases.Told> cases) {
        Map<String, ModelStore.PlaceTrust> trust = new TreeMap<>();
        for (PastCases.Told one : cases) {
            Optional<Match> first = found(tenant, one.description()).stream().findFirst();
            first.ifPresent(match -> {
                double metres = metres(match.named.lon(), match.named.lat(), one.lon(), one.lat());
                int right = metres <= match.named.reach() ? 1 : 0;
                trust.merge(
                        match.named.kind(),
                        new ModelStore.PlaceTrust(1, right),
                        (a, b) -> new ModelStore.PlaceTrust(a.found() + b.found(), a.right() + b.right()));
            });
        }
        return trust;
    }

    private record Match(Named named, List<String> words) {}

    private static Spot spot(Match match, ModelStore.PlaceTrust trust) {
        Named one = match.named;
        return new Spot(one.name(), one.kind(), one.lon(), one.lat(), trust.share(), match.words, trust.found());
    }

    private List<Match> found(Tenant tenant, String text) {
        Names known = names(tenant);
        List<Match> all = new ArrayList<>();
        List<Found> pointed = NamedSpots.in(text, known.pointed);
        for (Found one : pointed)
            all.add(new Match(one.named(), List.of(one.named().name())));
        crossing(text, known, pointed).ifPresent(all::add);
        return all;
    }

    private Optional<Match> crossing(String text, Names known, List<Found> pointed) {
        List<Found> roads = NamedSpots.in(text, known.roads).stream()
                .filter(road -> pointed.stream().noneMatch(one -> one.from() <= road.from() && road.to() <= one.to()))
                .toList();
        for (Found one : roads)
            for (Found other : roads) {
                if (one.from() >= other.from()) continue;
                MapFeature first = known.roadsByCode.get(one.named().code());
                MapFeature second = known.roadsByCode.get(other.named().code());
                if (first == null || second == null || !first.geometry().intersects(second.geometry())) continue;
                Coordinate at = first.geometry()
                        .intersection(second.geometry())
                        .getCentroid()
                        .getCoordinate();
                String name = one.named().name() + "近" + other.named().name();
                Named named = new Named(one.named().code(), name, CROSSING, at.x, at.y, CROSSING_METRES);
                return Optional.of(new Match(
                        named, List.of(one.named().name(), other.named().name())));
            }
        return Optional.empty();
    }

    private Names names(Tenant tenant) {
        Territory territory = territories.of(tenant);
        Names known = names.get();
        if (known != null && known.edition == territory.edition()) return known;
        List<Named> pointed = territory.features().stream()
                .filter(feature -> POINTED.contains(feature.layer()) && feature.name() != null)
                .map(KnownPlaces::named)
                .toList();
        List<MapFeature> roads = territory.of(Layer.ROAD).stream()
                .filter(road -> road.name() != null)
                .toList();
        Map<String, MapFeature> byCode = new TreeMap<>();
        for (MapFeature road : roads) byCode.put(road.code(), road);
        Names fresh = new Names(
                territory.edition(),
                pointed,
                roads.stream().map(KnownPlaces::named).toList(),
                byCode);
        names.set(fresh);
        return fresh;
    }

    private static Named named(MapFeature feature) {
        Coordinate middle = feature.geometry().getInteriorPoint().getCoordinate();
        Envelope box = feature.geometry().getEnvelopeInternal();
        double half = metres(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()) / 2;
        return new Named(
                feature.code(),
                Objects.requireNonNull(feature.name()),
                feature.layer().id(),
                middle.x,
                middle.y,
                Math.max(REACH_METRES_MIN, half));
    }

    /** Distance on a plane that touches the globe here: right to a millimetre over a sub-district. */
    static double metres(double lon1, double lat1, double lon2, double lat2) {
        double x = (lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
        return Math.hypot(x, lat2 - lat1) * METRES_PER_DEGREE;
    }
}
