package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The units of production and business with their risk, and the parks that some of them share. The same seed gives the same. */
public final class PlannedUnits {
    private static final long APART = 1_000_003;
    private static final double IN_A_PARK = 0.14;
    private static final double BESIDE_DEGREES = 0.0009;

    /** Risk by likelihood, exposure and consequence (LEC), so that the grade follows: D above 320, from 160, from 70, below. */
    private static final Map<String, List<List<String>>> FACTORS = Map.of(
            "red", List.of(List.of("likely", "daily", "death"), List.of("unusual", "daily", "disaster")),
            "orange", List.of(List.of("chance", "daily", "disaster"), List.of("unusual", "daily", "death")),
            "yellow", List.of(List.of("unusual", "daily", "maiming"), List.of("chance", "daily", "death")),
            "blue", List.of(List.of("chance", "daily", "injury"), List.of("chance", "weekly", "maiming")));

    private final YearPlan year;
    private final YearPlan.Safety plan;
    private final Territory territory;
    private final ShopBook words;
    private final UnitBook book;
    private final Weights<String> industries;
    private final List<GivenEntry> parks = new ArrayList<>();
    private final List<GivenEntry> units = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private PlannedUnits(YearPlan year, Territory territory, ShopBook words, UnitBook book) {
        this.year = year;
        this.plan = requireNonNull(year.safety());
        this.territory = territory;
        this.words = words;
        this.book = book;
        Map<String, Double> weights = new LinkedHashMap<>();
        book.industries().forEach((name, industry) -> weights.put(name, industry.weight()));
        this.industries = new Weights<>(weights);
    }

    public static PlannedUnits of(YearPlan year, Territory territory, ShopBook words, UnitBook book) {
        PlannedUnits planned = new PlannedUnits(year, territory, words, book);
        planned.build();
        return planned;
    }

    public List<GivenEntry> parks() {
        return parks;
    }

    public List<GivenEntry> units() {
        return units;
    }

    private void build() {
        List<Frontage> fronts = new Dice(year.seed(), "unit-fronts", 0).shuffled(Frontage.along(territory));
        List<MapFeature> estates = territory.of(Layer.ESTATE);
        for (int i = 0; i < book.parks().size(); i++) {
            MapFeature ground = estates.get(i * estates.size() / book.parks().size());
            parks.add(park(i, inside(ground)));
        }
        List<String> grades = new ArrayList<>();
        plan.grades().forEach((grade, count) -> {
            for (int i = 0; i < count; i++) grades.add(grade);
        });
        List<String> dealt = new Dice(year.seed(), "grades", 0).shuffled(grades);
        for (int i = 0; i < dealt.size(); i++) units.add(unit(i, dealt.get(i), fronts.get(i % fronts.size())));
    }

    private static LonLat inside(MapFeature ground) {
        org.locationtech.jts.geom.Point point = ground.geometry().getInteriorPoint();
        return new LonLat(point.getX(), point.getY()).rounded();
    }

    private GivenEntry park(int number, LonLat at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("code", "YQ%02d".formatted(number + 1));
        data.put("name", book.parks().get(number));
        data.put("manager", book.parks().get(number) + "运营管理公司");
        data.put("chief", person(new Dice(year.seed(), "park", number * APART)));
        return new GivenEntry(data, at.lon(), at.lat(), null);
    }

    private GivenEntry unit(int number, String grade, Frontage front) {
        Dice dice = new Dice(year.seed(), "unit", number * APART);
        String industry = industries.pick(dice);
        UnitBook.Industry about = requireNonNull(book.industries().get(industry));
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("code", code(number));
        data.put("name", name(about, dice));
        data.put("industry", industry);
        data.put("staff", dice.between(about.staff().getFirst(), about.staff().getLast()));
        data.put("chief", person(dice));
        data.put("phone", "1%d%09d".formatted(dice.between(3, 9), dice.below(1_000_000_000)));
        if (industry.equals("food") || industry.equals("trade")) data.put("lodging", dice.chance(0.11));
        if (industry.equals("factory") || industry.equals("warehouse")) data.put("chemicals", dice.chance(0.2));
        data.put("method", "lec");
        List<String> factors = dice.pick(requireNonNull(FACTORS.get(grade)));
        data.put("likelihood", factors.get(0));
        data.put("exposure", factors.get(1));
        data.put("consequence", factors.get(2));
        if (!dice.chance(IN_A_PARK)) {
            data.put("address", front.address());
            return new GivenEntry(data, front.at().lon(), front.at().lat(), null);
        }
        GivenEntry park = dice.pick(parks);
        data.put("park", park.data().path("code").asString());
        data.put("address", park.data().path("name").asString() + dice.between(1, 12) + "号楼");
        return new GivenEntry(data, beside(park.lon(), dice), beside(park.lat(), dice), null);
    }

    private static double beside(@Nullable Double degrees, Dice dice) {
        return requireNonNull(degrees) + BESIDE_DEGREES * (dice.share() - 0.5);
    }

    /** Eighteen characters like a unified social credit code, without its check digit's meaning. */
    private static String code(int number) {
        return "91310110MA1%07d".formatted(number + 1);
    }

    private String name(UnitBook.Industry about, Dice dice) {
        String name = dice.pick(words.before()) + dice.pick(about.ends());
        for (int i = 2; !names.add(name); i++) name = name.replaceFirst("（.*", "") + "（第" + i + "分店）";
        return name;
    }

    private String person(Dice dice) {
        return dice.pick(words.surnames()) + dice.pick(words.given());
    }

    /** The grade that these factors come to. */
    static String grade(JsonNode data) {
        return FACTORS.entrySet().stream()
                .filter(grade -> grade.getValue().stream()
                        .anyMatch(factors -> factors.equals(List.of(
                                data.path("likelihood").asString(),
                                data.path("exposure").asString(),
                                data.path("consequence").asString()))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Data by key of the entry. */
    public Map<String, ObjectNode> byKey() {
        Map<String, ObjectNode> known = new HashMap<>();
        units.forEach(unit -> known.put(unit.data().path("code").asString(), unit.data()));
        return known;
    }
}
