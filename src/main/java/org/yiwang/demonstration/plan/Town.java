package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.yiwang.casework.model.Place;
import org.yiwang.demonstration.plan.Spot.Kind;
import org.yiwang.organisation.UnitId;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Layer;
import org.yiwang.territory.Located;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Near;
import org.yiwang.territory.Territory;

/** The places of the sub-district by kind and committee. Some are oftener in trouble than others. */
final class Town {
    private static final double STREET_STEP_DEGREES = 0.00035;
    private static final double BANK_DEGREES = 0.00025;
    private static final double HOT_SPOT_POWER = 1.9;

    private final Territory territory;
    private final Map<Kind, Map<String, List<Spot>>> spots = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Spot>> all = new EnumMap<>(Kind.class);

    Town(Territory territory, long seed) {
        this.territory = territory;
        for (MapFeature estate : territory.of(Layer.ESTATE)) estate(estate);
        for (MapFeature road : territory.of(Layer.ROAD)) road(road);
        for (MapFeature water : territory.of(Layer.RIVER)) bank(water);
        for (MapFeature park : territory.of(Layer.PARK)) park(park);
        Dice dice = new Dice(seed, "town", 0);
        for (Map<String, List<Spot>> byCommittee : spots.values()) {
            byCommittee.replaceAll((committee, list) -> dice.shuffled(list));
        }
    }

    /** A spot of the kind in the committee; elsewhere when the committee has none. */
    Spot pick(Kind kind, String committee, Dice dice) {
        List<Spot> here = spots.getOrDefault(kind, Map.of()).getOrDefault(committee, List.of());
        if (!here.isEmpty()) return here.get((int) (here.size() * Math.pow(dice.share(), HOT_SPOT_POWER)));
        List<Spot> anywhere = Objects.requireNonNull(all.get(kind), () -> "The map has no place of kind " + kind);
        return dice.pick(anywhere);
    }

    /** The spot of a record. */
    Spot at(LonLat point, String label) {
        Located located = Objects.requireNonNull(
                territory.locate(point.rounded()), () -> label + " lies outside the sub-district");
        return new Spot(Kind.STREET, place(located, address(label, located.address())), label, nearestEstate(located));
    }

    private static Place place(Located located, String address) {
        Cell cell = located.cell();
        return new Place(
                located.point().lon(),
                located.point().lat(),
                address,
                cell.code(),
                new UnitId(cell.committee()),
                new UnitId(cell.area()));
    }

    /** Spots of the kind within so many metres of the first place whose words begin so, in a lasting order; none where there is no such place. */
    List<Spot> around(Kind kind, String words, double metres) {
        Place middle = all.values().stream()
                .flatMap(List::stream)
                .filter(spot -> spot.words().startsWith(words) || spot.estate().equals(words))
                .map(Spot::place)
                .min(Comparator.comparing(Place::cell)
                        .thenComparingDouble(Place::lon)
                        .thenComparingDouble(Place::lat))
                .orElse(null);
        if (middle == null) return List.of();
        LonLat at = new LonLat(middle.lon(), middle.lat());
        return all.getOrDefault(kind, List.of()).stream()
                .filter(spot ->
                        at.metresTo(new LonLat(spot.place().lon(), spot.place().lat())) <= metres)
                .sorted(Comparator.comparingDouble((Spot spot) -> at.metresTo(
                                new LonLat(spot.place().lon(), spot.place().lat())))
                        .thenComparing(Spot::words))
                .toList();
    }

    private void estate(MapFeature estate) {
        String name = String.valueOf(estate.name());
        for (MapFeature building : territory.of(Layer.BUILDING)) {
            if (building.name() == null || !building.code().startsWith(estate.code() + "-")) continue;
            Point middle = building.geometry().getInteriorPoint();
            add(Kind.BUILDING, middle.getX(), middle.getY(), building.name(), name);
            Coordinate corner = building.geometry().getEnvelopeInternal().isNull()
                    ? middle.getCoordinate()
                    : building.geometry().getCoordinates()[0];
            add(
                    Kind.ESTATE,
                    corner.x + (corner.x - middle.getX()) * 0.3,
                    corner.y + (corner.y - middle.getY()) * 0.3,
                    building.name() + "旁",
                    name);
        }
        Point middle = estate.geometry().getInteriorPoint();
        add(Kind.ESTATE, middle.getX(), middle.getY(), name + "中心花园", name);
        Coordinate[] edge = estate.geometry().getCoordinates();
        List<String> parts = List.of("大门口", "垃圾箱房旁", "非机动车棚旁", "东门", "北侧围墙边", "健身点");
        for (int i = 0; i < parts.size(); i++) {
            Coordinate at = edge[i * (edge.length - 1) / parts.size()];
            double x = at.x + (middle.getX() - at.x) * 0.12;
            double y = at.y + (middle.getY() - at.y) * 0.12;
            add(Kind.ESTATE, x, y, name + parts.get(i), name);
        }
    }

    private void road(MapFeature road) {
        String kind = Optional.ofNullable(road.kind()).orElse("");
        if (kind.equals("bridge") || road.name() == null) return;
        boolean lane = kind.equals("lane");
        for (int i = 0; i < road.geometry().getNumGeometries(); i++) {
            Geometry line = road.geometry().getGeometryN(i);
            LengthIndexedLine index = new LengthIndexedLine(line);
            for (double at = STREET_STEP_DEGREES / 2; at < line.getLength(); at += STREET_STEP_DEGREES) {
                Coordinate point = index.extractPoint(at);
                add(Kind.STREET, point.x, point.y, lane ? road.name() : null, null);
            }
        }
    }

    private void bank(MapFeature water) {
        Coordinate[] edge = water.geometry().getCoordinates();
        LengthIndexedLine index =
                new LengthIndexedLine(water.geometry().getFactory().createLineString(edge));
        for (double at = 0; at < index.getEndIndex(); at += STREET_STEP_DEGREES) {
            for (double away : new double[] {BANK_DEGREES, -BANK_DEGREES}) {
                Coordinate point = index.extractPoint(at, away);
                add(Kind.RIVER, point.x, point.y, water.name() + "岸边", null);
            }
        }
    }

    private void park(MapFeature park) {
        Point middle = park.geometry().getInteriorPoint();
        for (Coordinate corner : park.geometry().getCoordinates()) {
            double x = (corner.x + middle.getX()) / 2;
            double y = (corner.y + middle.getY()) / 2;
            add(Kind.PARK, x, y, String.valueOf(park.name()), null);
        }
    }

    private void add(Kind kind, double lon, double lat, @Nullable String words, @Nullable String estate) {
        Located located = territory.locate(new LonLat(lon, lat).rounded());
        if (located == null) return;
        Cell cell = located.cell();
        String spoken = words == null ? roads(located.address()) : words;
        if (spoken.isEmpty()) return;
        Place place = place(located, kind == Kind.STREET ? spoken : address(spoken, located.address()));
        Spot spot = new Spot(kind, place, spoken, estate == null ? nearestEstate(located) : estate);
        spots.computeIfAbsent(kind, k -> new HashMap<>())
                .computeIfAbsent(cell.committee(), c -> new ArrayList<>())
                .add(spot);
        all.computeIfAbsent(kind, k -> new ArrayList<>()).add(spot);
    }

    private static String nearestEstate(Located located) {
        return located.nearest().stream()
                .filter(near -> near.kind().equals(Layer.ESTATE.id()))
                .map(Near::name)
                .findFirst()
                .orElse("附近小区");
    }

    /** The road part of an address such as 银河苑小区3号楼(长阳路近宁国路), the brackets wide or narrow. */
    static String roads(String address) {
        int open = Math.max(address.indexOf('('), address.indexOf('\uff08'));
        return open < 0 ? address : address.substring(open + 1, address.length() - 1);
    }

    private static String address(String spoken, String full) {
        String roads = roads(full);
        return roads.equals(full) || roads.isEmpty() ? spoken : spoken + "\uff08" + roads + "\uff09";
    }
}
