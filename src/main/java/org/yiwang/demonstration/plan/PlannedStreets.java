package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Street order in the demonstration: parking lines and guarded spots along its streets, and the invented companies whose bicycles stand there. The same seed gives the same. */
public final class PlannedStreets {
    private static final int LINES = 24;
    private static final int SPOTS = 10;
    private static final int LIMIT_MIN = 6;
    private static final int LIMIT_MAX = 24;
    private static final long APART = 1_000_003;
    private static final List<String> OPERATORS = List.of("qingcheng", "lanjing", "xiaoxiang");
    private static final List<String> NAMES = List.of("青橙单车", "蓝鲸单车", "小象单车");
    private static final List<List<String>> MATTERS =
            List.of(List.of("stall"), List.of("stall", "heap"), List.of("heap"), List.of("shopfront", "stall"));
    private static final List<List<String>> HOURS =
            List.of(List.of("dawn"), List.of("evening"), List.of("dawn", "evening"), List.of("day"));
    private static final List<String> GUARDS = List.of("chengguan", "lvrong", "chengguan", "contractor");

    private final YearPlan year;
    private final List<Frontage> fronts;

    public PlannedStreets(YearPlan year, Territory territory) {
        this.year = year;
        this.fronts = Frontage.along(territory);
    }

    public List<GivenEntry> operators() {
        return IntStream.range(0, OPERATORS.size())
                .mapToObj(n -> {
                    Dice dice = new Dice(year.seed(), "operator", n * APART);
                    ObjectNode data = object();
                    data.put("unit", "bike-" + OPERATORS.get(n));
                    data.put("name", NAMES.get(n));
                    data.put("quota", dice.between(6, 12) * 100);
                    data.put("crew", dice.between(3, 8));
                    data.put("hours", "每日 6:30–21:30");
                    return new GivenEntry(data, null, null, null);
                })
                .toList();
    }

    /** From one house to the next on the same side of the street. */
    public List<GivenEntry> lines() {
        List<GivenEntry> lines = new ArrayList<>();
        int step = Math.max(2, fronts.size() / LINES);
        for (int i = 0; i + 2 < fronts.size() && lines.size() < LINES; i += step) {
            if (road(fronts.get(i)).equals(road(fronts.get(i + 2))))
                lines.add(line(lines.size(), fronts.get(i), fronts.get(i + 2)));
        }
        return lines;
    }

    private GivenEntry line(int number, Frontage from, Frontage to) {
        Dice dice = new Dice(year.seed(), "parking-line", number * APART);
        ObjectNode data = object();
        data.put("number", "TX%03d".formatted(number + 1));
        data.put("name", from.address() + "门前");
        int room = 0;
        for (String operator : OPERATORS) {
            int limit = dice.between(LIMIT_MIN, LIMIT_MAX);
            data.put(operator, limit);
            room += limit;
        }
        data.put("capacity", room);
        data.put("peak", dice.pick(List.of("morning", "evening", "both", "none")));
        ObjectNode shape = object();
        shape.put("type", "LineString");
        ArrayNode corners = shape.putArray("coordinates");
        corner(corners, from.at());
        corner(corners, to.at());
        return new GivenEntry(data, null, null, shape);
    }

    public List<GivenEntry> spots() {
        return IntStream.range(0, Math.min(SPOTS, fronts.size()))
                .mapToObj(n -> spot(n, fronts.get((n * 2 + 1) * fronts.size() / (2 * SPOTS))))
                .toList();
    }

    private GivenEntry spot(int number, Frontage front) {
        Dice dice = new Dice(year.seed(), "guarded-spot", number * APART);
        ObjectNode data = object();
        data.put("number", "SD%03d".formatted(number + 1));
        data.put("name", front.address() + "路段");
        dice.pick(MATTERS).forEach(data.putArray("matter")::add);
        dice.pick(HOURS).forEach(data.putArray("hours")::add);
        data.put("guard", dice.pick(GUARDS));
        data.put("since", "%d-%02d-01".formatted(year.year(), dice.between(1, 11)));
        return new GivenEntry(data, front.at().lon(), front.at().lat(), null);
    }

    private static String road(Frontage front) {
        return front.address().replaceAll("\\d+号$", "");
    }

    private static void corner(ArrayNode corners, LonLat at) {
        corners.addArray().add(at.lon()).add(at.lat());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
