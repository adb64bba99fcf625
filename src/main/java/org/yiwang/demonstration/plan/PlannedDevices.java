package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Point;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lifts with their controllers, drop-off points with their sensors, and stations at the rivers. The same seed gives the same. */
public final class PlannedDevices {
    private static final long APART = 1_000_003;
    /** 曳引驱动乘客电梯 in the catalogue of special equipment, then the district's code (GB/T 2260): how a lift's registration code begins. */
    private static final String LIFT_CODE = "3110310110";

    private static final double BESIDE_DEGREES = 0.00012;
    private static final List<String> MAKERS = List.of("梯安智控", "云梯科技");
    private static final List<String> UPKEEP = List.of("申联电梯维保", "浦江电梯工程", "东升机电维保");

    private final YearPlan year;
    private final Territory territory;
    private final Map<String, List<MapFeature>> buildings = new LinkedHashMap<>();
    private final Map<String, MapFeature> estates = new LinkedHashMap<>();
    private final List<GivenEntry> gateways = new ArrayList<>();
    private final List<GivenEntry> lifts = new ArrayList<>();
    private final List<GivenEntry> controllers = new ArrayList<>();
    private final List<GivenEntry> points = new ArrayList<>();
    private final List<GivenEntry> sensors = new ArrayList<>();

    public PlannedDevices(YearPlan year, Territory territory) {
        this.year = year;
        this.territory = territory;
        YearPlan.Devices devices = Objects.requireNonNull(year.devices());
        Map<String, String> names = new LinkedHashMap<>();
        for (MapFeature estate : territory.of(Layer.ESTATE)) {
            estates.put(String.valueOf(estate.name()), estate);
            names.put(estate.code(), String.valueOf(estate.name()));
        }
        for (MapFeature building : territory.of(Layer.BUILDING)) {
            String estate = names.get(building.code().replaceFirst("-.*", ""));
            if (building.name() != null && estate != null)
                buildings.computeIfAbsent(estate, _ -> new ArrayList<>()).add(building);
        }
        devices.lifts().forEach(this::lifts);
        points(devices.waste());
    }

    /** One an estate. */
    public List<GivenEntry> gateways() {
        return gateways;
    }

    /** One a building. */
    public List<GivenEntry> lifts() {
        return lifts;
    }

    /** One a lift. */
    public List<GivenEntry> controllers() {
        return controllers;
    }

    /** Drop-off points of every estate. */
    public List<GivenEntry> points() {
        return points;
    }

    /** Of the points of the first batch. */
    public List<GivenEntry> sensors() {
        return sensors;
    }

    /** At the first sampling points of the rivers. */
    public static List<GivenEntry> stations(List<GivenEntry> samplingPoints, int count) {
        List<GivenEntry> stations = new ArrayList<>();
        for (int i = 0; i < Math.min(count, samplingPoints.size()); i++) {
            GivenEntry at = samplingPoints.get(i * samplingPoints.size() / count);
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.put("serial", "SZ-%02d".formatted(i + 1));
            data.put("name", at.data().path("name").asString("").replace("取样点", "水质自动站"));
            data.put("section", at.data().path("section").asString(""));
            stations.add(new GivenEntry(data, at.lon(), at.lat(), null));
        }
        return stations;
    }

    private void lifts(String estate, int count) {
        List<MapFeature> all = buildings.getOrDefault(estate, List.of());
        if (all.size() < count)
            throw new IllegalArgumentException("%s has %d buildings on the map, devices.lifts asks for %d. Lower it."
                    .formatted(estate, all.size(), count));
        MapFeature first = all.getFirst();
        String gateway =
                "WG-" + Objects.requireNonNull(estates.get(estate)).code().toUpperCase(java.util.Locale.ROOT);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("serial", gateway);
        data.put("name", estate + "电梯网关");
        data.put("building", first.code());
        gateways.add(at(first, data));
        all.subList(0, count).forEach(building -> lift(building, gateway));
    }

    private void lift(MapFeature building, String gateway) {
        Dice dice = new Dice(year.seed(), "lift", lifts.size() * APART);
        String code = LIFT_CODE + "%04d%06d".formatted(dice.between(2004, 2019), dice.below(1_000_000));
        ObjectNode lift = JsonNodeFactory.instance.objectNode();
        lift.put("code", code);
        lift.put("name", building.name() + "电梯");
        lift.put("building", building.code());
        lift.put("floors", dice.between(11, 26));
        lift.put("upkeep", dice.pick(UPKEEP));
        lift.put("phone", "021-65%06d".formatted(dice.below(1_000_000)));
        lifts.add(at(building, lift));
        ObjectNode controller = JsonNodeFactory.instance.objectNode();
        controller.put("serial", "KZ-" + building.code().toUpperCase(java.util.Locale.ROOT));
        controller.put("name", building.name() + "梯控");
        controller.put("lift", code);
        controller.put("gateway", gateway);
        controller.put("maker", dice.pick(MAKERS));
        controllers.add(at(building, controller));
    }

    /** One point for every five buildings; at the estates of the first batch as many as there are sensors. */
    private void points(YearPlan.Waste waste) {
        Set<String> batch = new LinkedHashSet<>(waste.pilots());
        List<String> dwellings = estates.values().stream()
                .filter(estate -> !"office".equals(estate.kind()))
                .map(estate -> String.valueOf(estate.name()))
                .toList();
        for (String estate : new Dice(year.seed(), "waste", 0).shuffled(dwellings))
            if (batch.size() < waste.estates()) batch.add(estate);
        List<String> first = List.copyOf(batch);
        int[] shares = Weights.apportion(
                waste.points() - first.size(),
                first.stream().mapToDouble(this::size).toArray());
        Map<String, Integer> sensed = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) sensed.put(first.get(i), shares[i] + 1);
        for (String estate : dwellings) {
            int count = sensed.getOrDefault(estate, Math.max(1, size(estate) / 5));
            for (int n = 0; n < count; n++) point(estate, n, count, sensed.containsKey(estate));
        }
    }

    private int size(String estate) {
        return buildings.getOrDefault(estate, List.of()).size();
    }

    private void point(String estate, int number, int of, boolean sensed) {
        List<MapFeature> all = buildings.getOrDefault(estate, List.of());
        MapFeature building = all.get(number * all.size() / of);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        String code = "TF%03d".formatted(points.size() + 1);
        data.put("code", code);
        data.put("name", building.name() + "旁投放点");
        data.put("building", building.code());
        data.put("kind", of > 2 && number == of - 1 ? "late" : "timed");
        if (sensed) data.put("supervised", true);
        data.put("hours", of > 2 && number == of - 1 ? "每日 7:00–9:00、18:00–21:30" : "每日 7:00–9:00、18:00–20:00");
        GivenEntry point = at(building, data);
        points.add(point);
        if (!sensed) return;
        ObjectNode sensor = JsonNodeFactory.instance.objectNode();
        sensor.put("serial", "CG-" + code.substring(2));
        sensor.put("name", building.name() + "旁投放点传感器");
        sensor.put("point", code);
        sensors.add(new GivenEntry(sensor, point.lon(), point.lat(), null));
    }

    /** Beside the middle of a building, as far as the sub-district goes. */
    private GivenEntry at(MapFeature building, ObjectNode data) {
        Point middle = building.geometry().getInteriorPoint();
        LonLat beside = new LonLat(middle.getX() + BESIDE_DEGREES, middle.getY()).rounded();
        LonLat at = territory.cellAt(beside) == null ? new LonLat(middle.getX(), middle.getY()).rounded() : beside;
        return new GivenEntry(data, at.lon(), at.lat(), null);
    }
}
