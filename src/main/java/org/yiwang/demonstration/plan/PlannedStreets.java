package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Street order in the demonstration: parking lines and guarded spots along its streets, and the invented companies whose bicycles stand there. The same seed gives the same. */
public final class PlannedStreets {
    private static final double AREA_DEGREES = 0.00009;
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
    private final YearPlan.Ground ground;
    private final GroundBook.Streets words;
    private final List<Frontage> fronts;

    public PlannedStreets(YearPlan year, Territory territory, GroundBook words) {
        this.year = year;
        this.ground = requireNonNull(year.ground());
        this.words = words.streets();
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
                    data.put("hours", dice.pick(words.hours()));
                    return new GivenEntry(data, null, null, null);
                })
                .toList();
    }

    /** From one house to the next on the same side of the street. */
    public List<GivenEntry> lines() {
        List<GivenEntry> lines = new ArrayList<>();
        int step = Math.max(2, fronts.size() / Math.max(1, ground.lines()));
        for (int i = 0; i + 2 < fronts.size() && lines.size() < ground.lines(); i += step) {
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
        return new GivenEntry(data, null, null, Shape.line(List.of(from.at(), to.at())));
    }

    /** Pieces of ground beside a house. */
    public List<GivenEntry> areas() {
        return IntStream.range(0, Math.min(ground.areas(), words.areas().size()))
                .mapToObj(n -> area(n, fronts.get((n * 2 + 1) * fronts.size() / (2 * ground.areas() + 1))))
                .toList();
    }

    private GivenEntry area(int number, Frontage front) {
        Dice dice = new Dice(year.seed(), "parking-area", number * APART);
        ObjectNode data = object();
        data.put("number", "TQ%03d".formatted(number + 1));
        data.put("name", words.areas().get(number));
        data.put("capacity", dice.between(6, 30) * 10);
        data.put("kind", dice.pick(List.of("parking", "overflow", "holding")));
        double lon = front.at().lon();
        double lat = front.at().lat();
        List<LonLat> corners = List.of(
                new LonLat(lon - AREA_DEGREES, lat - AREA_DEGREES).rounded(),
                new LonLat(lon + AREA_DEGREES, lat - AREA_DEGREES).rounded(),
                new LonLat(lon + AREA_DEGREES, lat + AREA_DEGREES).rounded(),
                new LonLat(lon - AREA_DEGREES, lat + AREA_DEGREES).rounded());
        return new GivenEntry(data, null, null, Shape.area(corners));
    }

    public List<GivenEntry> spots() {
        return IntStream.range(0, Math.min(ground.spots(), fronts.size()))
                .mapToObj(n -> spot(n, fronts.get((n * 2 + 1) * fronts.size() / (2 * ground.spots()))))
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
        data.put("guardName", dice.pick(words.guards()));
        data.put("since", "%d-%02d-01".formatted(year.year() - 1, dice.between(3, 11)));
        data.put("notes", dice.pick(words.reasons()));
        return new GivenEntry(data, front.at().lon(), front.at().lat(), null);
    }

    private static String road(Frontage front) {
        return front.address().replaceAll("\\d+号$", "");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
