package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Internal and ownerless roads: lanes of the map, with who must act where that is settled. The same seed gives the same. */
public final class PlannedRoads {
    private static final long APART = 1_000_003;
    private static final String OWNERLESS = "ownerless";

    private final YearPlan year;
    private final GroundBook.Roads words;
    private final List<GivenEntry> roads = new ArrayList<>();
    private int unsettled;

    public PlannedRoads(YearPlan year, Territory territory, GroundBook words) {
        this.year = year;
        this.words = words.roads();
        YearPlan.Ground ground = year.ground();
        if (ground == null) return;
        this.unsettled = ground.unsettled();
        List<MapFeature> lanes = territory.of(Layer.ROAD).stream()
                .filter(road -> "lane".equals(road.kind()) && road.name() != null)
                .filter(road -> territory.cellAt(middle(road)) != null)
                .toList();
        List<String> kinds = new ArrayList<>();
        new TreeMap<>(ground.roads()).forEach((kind, count) -> {
            for (int i = 0; i < count; i++) kinds.add(kind);
        });
        List<MapFeature> dealt = new Dice(year.seed(), "lanes", 0).shuffled(lanes);
        for (int i = 0; i < Math.min(kinds.size(), dealt.size()); i++) roads.add(road(i, dealt.get(i), kinds.get(i)));
    }

    public List<GivenEntry> roads() {
        return roads;
    }

    private GivenEntry road(int number, MapFeature lane, String kind) {
        Dice dice = new Dice(year.seed(), "road", number * APART);
        List<LonLat> corners = corners(lane);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("number", "%s%03d".formatted(kind.equals(OWNERLESS) ? "WZ" : "NB", number + 1));
        data.put("name", lane.name());
        data.put("kind", kind);
        if (!kind.equals(OWNERLESS)) data.put("duty", dice.pick(words.internal()));
        else if (unsettled > 0) unsettled--;
        else data.put("duty", dice.pick(words.ownerless()));
        data.put("length", Math.max(1, length(corners)));
        data.put("width", dice.between(3, 8));
        data.put("surface", dice.pick(List.of("asphalt", "concrete", "concrete", "brick")));
        data.put("condition", dice.pick(List.of("good", "worn", "worn", "bad")));
        data.put("lighting", dice.pick(List.of("full", "full", "partial")));
        data.put("parking", dice.pick(List.of("orderly", "disorderly", "disorderly", "forbidden")));
        data.putArray("defects").add(dice.pick(List.of("potholes", "ponding", "drainage", "parking", "dark")));
        data.put("notes", dice.pick(words.notes().getOrDefault(kind, List.of(""))));
        return new GivenEntry(data, null, null, Shape.line(corners));
    }

    private static List<LonLat> corners(MapFeature lane) {
        return Arrays.stream(lane.geometry().getCoordinates())
                .map(corner -> new LonLat(corner.x, corner.y).rounded())
                .toList();
    }

    private static LonLat middle(MapFeature lane) {
        Coordinate middle = lane.geometry().getInteriorPoint().getCoordinate();
        return new LonLat(middle.x, middle.y).rounded();
    }

    private static int length(List<LonLat> corners) {
        double metres = 0;
        for (int i = 1; i < corners.size(); i++) metres += corners.get(i - 1).metresTo(corners.get(i));
        return (int) Math.round(metres);
    }
}
