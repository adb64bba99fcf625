package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Layer;
import org.yiwang.territory.Located;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rivers of the map in sections, each with its chief and a sampling point; a section is drawn along the bank that people walk. The same seed gives the same. */
public final class PlannedRivers {
    private static final long APART = 1_000_003;
    private static final double STEP_DEGREES = 0.0003;
    private static final double BANK_DEGREES = 0.00022;
    private static final int POINTS_MIN = 3;

    private final YearPlan year;
    private final Territory territory;
    private final GroundBook.Rivers words;
    private final ShopBook names;
    private final List<GivenEntry> sections = new ArrayList<>();
    private final List<GivenEntry> points = new ArrayList<>();

    /** A river and the walk along it. */
    private record Bank(String river, List<LonLat> walk) {}

    public PlannedRivers(YearPlan year, Territory territory, GroundBook words, ShopBook names) {
        this.year = year;
        this.territory = territory;
        this.words = words.rivers();
        this.names = names;
        YearPlan.Ground ground = year.ground();
        if (ground != null) divide(ground.sections());
    }

    public List<GivenEntry> sections() {
        return sections;
    }

    public List<GivenEntry> points() {
        return points;
    }

    private void divide(int count) {
        List<Bank> banks = territory.of(Layer.RIVER).stream()
                .map(river -> new Bank(String.valueOf(river.name()), walk(river)))
                .filter(bank -> bank.walk.size() >= POINTS_MIN)
                .toList();
        int[] shares = Weights.apportion(
                count, banks.stream().mapToDouble(bank -> bank.walk.size()).toArray());
        for (int i = 0; i < banks.size(); i++) {
            List<LonLat> walk = banks.get(i).walk;
            for (int n = 0; n < shares[i]; n++) {
                int from = n * (walk.size() - 1) / shares[i];
                int to = (n + 1) * (walk.size() - 1) / shares[i];
                section(banks.get(i).river, n, walk.subList(from, to + 1));
            }
        }
    }

    /** The longest stretch beside the water that lies within the sub-district. */
    private List<LonLat> walk(MapFeature river) {
        Coordinate[] edge = river.geometry().getCoordinates();
        LengthIndexedLine index =
                new LengthIndexedLine(river.geometry().getFactory().createLineString(edge));
        List<LonLat> longest = List.of();
        for (double away : new double[] {BANK_DEGREES, -BANK_DEGREES}) {
            List<LonLat> run = new ArrayList<>();
            for (double at = 0; at < index.getEndIndex(); at += STEP_DEGREES) {
                Coordinate point = index.extractPoint(at, away);
                LonLat here = new LonLat(point.x, point.y).rounded();
                if (territory.cellAt(here) == null) run = new ArrayList<>();
                else run.add(here);
                if (run.size() > longest.size()) longest = run;
            }
        }
        return longest;
    }

    private void section(String river, int number, List<LonLat> walk) {
        int all = sections.size();
        Dice dice = new Dice(year.seed(), "river-section", all * APART);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("code", "HD%02d".formatted(all + 1));
        data.put("name", river + words.ordinals().get(number) + "段");
        data.put("river", river);
        data.put("from", road(walk.getFirst()));
        data.put("to", road(walk.getLast()));
        data.put("length", length(walk));
        chief(data, dice.pick(words.titles()));
        data.put("target", words.targets().getOrDefault(river, "V"));
        sections.add(new GivenEntry(data, null, null, Shape.line(walk)));
        point(data, walk.get(walk.size() / 2), dice);
    }

    /** Whoever holds an office is one person, whatever sections it looks after. */
    private void chief(ObjectNode section, String title) {
        Dice dice = new Dice(year.seed(), "chief", title.hashCode() * APART);
        section.put("chief", dice.pick(names.surnames()) + dice.pick(names.given()) + "（" + title + "）");
        section.put("phone", "1%d%09d".formatted(dice.between(3, 9), dice.below(1_000_000_000)));
    }

    private void point(ObjectNode section, LonLat at, Dice dice) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("code", section.path("code").asString().replace("HD", "QY"));
        data.put("name", section.path("name").asString() + "取样点");
        data.put("section", section.path("code").asString());
        data.put(
                "reach",
                dice.pick(words.reach().getOrDefault(section.path("river").asString(), List.of("bank"))));
        points.add(new GivenEntry(data, at.lon(), at.lat(), null));
    }

    private String road(LonLat at) {
        Located located = territory.locate(at);
        return located == null ? "" : Town.roads(located.address());
    }

    private static int length(List<LonLat> walk) {
        double metres = 0;
        for (int i = 1; i < walk.size(); i++) metres += walk.get(i - 1).metresTo(walk.get(i));
        return (int) Math.round(metres);
    }
}
