package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Layer;
import org.yiwang.territory.Located;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Near;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entries of the demonstration's registers: the buildings of the map's estates, and shops along its streets. The same seed gives the same. */
public final class PlannedRegisters {
    private static final int BESIDE_METRES = 60;
    private static final int SLAB_WITH_LIFT_FLOORS = 11;
    /** East of the river, where the sub-district has no streets. */
    private static final double ACROSS_THE_RIVER = -0.03;

    /** Neighbouring numbers give the same throws one place further; so far apart they have none in common. */
    private static final long APART = 1_000_003;

    private final YearPlan year;
    private final Territory territory;
    private final ShopBook book;
    private final Weights<String> trades;
    private final List<GivenEntry> buildings = new ArrayList<>();
    private final List<GivenEntry> shops = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private PlannedRegisters(YearPlan year, Territory territory, ShopBook book) {
        this.year = year;
        this.territory = territory;
        this.book = book;
        this.trades = new Weights<>(book.trades().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().weight(), (a, b) -> a, LinkedHashMap::new)));
    }

    public static PlannedRegisters of(YearPlan year, Territory territory, ShopBook book) {
        PlannedRegisters planned = new PlannedRegisters(year, territory, book);
        planned.build();
        planned.open();
        return planned;
    }

    public List<GivenEntry> buildings() {
        return buildings;
    }

    public List<GivenEntry> shops() {
        return shops;
    }

    private void build() {
        Map<String, MapFeature> estates = new HashMap<>();
        territory.of(Layer.ESTATE).forEach(estate -> estates.put(estate.code(), estate));
        int number = 0;
        for (MapFeature building : territory.of(Layer.BUILDING)) {
            MapFeature estate = estates.get(building.code().replaceFirst("-.*", ""));
            if (building.name() == null || estate == null) continue;
            buildings.add(building(building, estate, new Dice(year.seed(), "building", number++ * APART)));
            codes.add(building.code());
        }
    }

    private GivenEntry building(MapFeature building, MapFeature estate, Dice dice) {
        boolean tower = "tower".equals(building.kind());
        boolean office = "office".equals(estate.kind());
        Dice ofEstate = new Dice(year.seed(), "estate", estate.code().hashCode() * APART);
        boolean lifted = year.devices() != null && year.devices().lifted(estate.name());
        int thrown = tower ? ofEstate.between(16, 30) : ofEstate.between(5, 7);
        int floors = lifted && !tower ? SLAB_WITH_LIFT_FLOORS : thrown;
        int entrances = tower ? 1 : dice.between(2, 5);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("code", building.code());
        data.put("name", building.name());
        data.put("estate", estate.name());
        data.put("use", office ? "office" : dice.chance(0.12) ? "mixed" : "dwelling");
        LonLat at = middle(building);
        Located located = territory.locate(at);
        if (located != null) data.put("address", located.address());
        maybe(dice, () -> data.put("built", tower ? ofEstate.between(1994, 2012) : ofEstate.between(1978, 1999)));
        data.put("floors", floors);
        maybe(dice, () -> data.put("lift", tower || office || lifted));
        // Where lifts are watched, somebody has to be told.
        String manager = ofEstate.pick(book.managers());
        if (lifted) data.put("manager", manager);
        else maybe(dice, () -> data.put("manager", manager));
        maybe(dice, () -> data.put("phone", "021-65%06d".formatted(ofEstate.below(1_000_000))));
        if (!office) data.put("units", entrances);
        if (!office) maybe(dice, () -> data.put("households", entrances * floors * (tower ? 6 : 3)));
        return new GivenEntry(data, at.lon(), at.lat(), null);
    }

    private static LonLat middle(MapFeature building) {
        Point point = building.geometry().getInteriorPoint();
        return new LonLat(point.getX(), point.getY()).rounded();
    }

    private void open() {
        List<Frontage> fronts = new Dice(year.seed(), "fronts", 0).shuffled(Frontage.along(territory));
        int count = Math.min(year.registers().shops(), fronts.size());
        for (int i = 0; i < count; i++) shops.add(shop(i, fronts.get(i)));
        for (int i = 0; i < year.registers().twins(); i++) shops.add(twin(shops.get(i), count + i));
        for (int i = 0; i < year.registers().displaced(); i++)
            shops.set(count - 1 - i, displaced(shops.get(count - 1 - i)));
    }

    private GivenEntry shop(int number, Frontage front) {
        Dice dice = new Dice(year.seed(), "shop", number * APART);
        String trade = trades.pick(dice);
        ShopBook.Trade words = Objects.requireNonNull(book.trades().get(trade));
        boolean vacant = trade.equals("vacant");
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("number", "SP%05d".formatted(number + 1));
        data.put("name", vacant ? front.address() + "空铺" : name(words, dice));
        data.put("industry", trade);
        data.put("address", front.address());
        maybe(
                dice,
                () -> data.put(
                        "area",
                        dice.between(words.area().getFirst(), words.area().getLast())));
        building(front).ifPresent(code -> data.put("building", code));
        if (!vacant) keeper(data, trade, dice);
        return new GivenEntry(data, front.at().lon(), front.at().lat(), null);
    }

    private void keeper(ObjectNode data, String trade, Dice dice) {
        maybe(dice, () -> data.put("owner", dice.pick(book.surnames()) + dice.pick(book.given())));
        maybe(dice, () -> data.put("phone", "1%d%09d".formatted(dice.between(3, 9), dice.below(1_000_000_000))));
        maybe(dice, () -> data.put("licence", "92310110MA1%07d".formatted(dice.below(10_000_000))));
        maybe(
                dice,
                () -> data.put(
                        "opened",
                        "%d-%02d-%02d".formatted(dice.between(2005, 2020), dice.between(1, 12), dice.between(1, 28))));
        if (trade.equals("food"))
            maybe(
                    dice,
                    () -> data.put("fumes", dice.pick(List.of("cleaned", "cleaned", "uncleaned", "none", "needless"))));
    }

    /** The same shop once more, as if two people had entered it: under another number, a few steps away. */
    private static GivenEntry twin(GivenEntry first, int number) {
        ObjectNode data = first.data().deepCopy();
        data.put("number", "SP%05d".formatted(number + 1));
        data.remove("area");
        double lon = first.lon() == null ? 0 : first.lon();
        return new GivenEntry(data, lon + 0.00008, first.lat(), null);
    }

    private static GivenEntry displaced(GivenEntry shop) {
        ObjectNode data = shop.data().deepCopy();
        double lat = shop.lat() == null ? 0 : shop.lat();
        return new GivenEntry(data, shop.lon(), lat + ACROSS_THE_RIVER, null);
    }

    private String name(ShopBook.Trade words, Dice dice) {
        String name = dice.pick(book.before()) + dice.pick(words.ends());
        return names.add(name) ? name : name + "（" + dice.pick(book.surnames()) + "记）";
    }

    private Optional<String> building(Frontage front) {
        Located located = territory.locate(front.at());
        if (located == null) return Optional.empty();
        return located.nearest().stream()
                .filter(near -> near.kind().equals(Layer.BUILDING.id()) && near.metres() <= BESIDE_METRES)
                .map(Near::code)
                .filter(codes::contains)
                .findFirst();
    }

    private void maybe(Dice dice, Runnable put) {
        if (!dice.chance(year.registers().gaps() / 100.0)) put.run();
    }

    /** Hands over what was entered long ago and never looked at again, then the rest. */
    public static void split(
            List<GivenEntry> entries,
            int stalePerCent,
            Consumer<List<GivenEntry>> early,
            Consumer<List<GivenEntry>> late) {
        List<GivenEntry> first = new ArrayList<>();
        List<GivenEntry> rest = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) (i * 37 % 100 < stalePerCent ? first : rest).add(entries.get(i));
        early.accept(first);
        late.accept(rest);
    }
}
