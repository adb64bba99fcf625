package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Place;
import org.yiwang.demonstration.plan.YearPlan.Campaign;
import org.yiwang.demonstration.plan.YearPlan.Hazards;
import org.yiwang.organisation.UnitId;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Located;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territory;
import org.yiwang.worktime.WorkCalendar;

/** What inspections of units found in the year: at which unit, when, on a round or in a campaign, and what is still open. The same file gives the same. */
public final class PlannedHazards implements Finds {
    private static final int FIRST_NUMBER = 5_000_000;
    private static final int FIRST_MINUTE = 9 * 60;
    private static final int LAST_MINUTE = 16 * 60 + 30;
    private static final int LAST_DAYS = 2;
    private static final int HELD_DAYS = 6;
    /** A visit finds up to so many hazards of one category; every list has as many places for them. */
    private static final int AT_ONCE_MAX = 2;

    private static final List<String> OFFICE_GRADES = List.of("red", "orange");

    private record Seen(
            String category,
            GivenEntry unit,
            Instant at,
            @Nullable Campaign campaign) {}

    private final YearPlan year;
    private final YearPlan.Safety plan;
    private final WorkCalendar calendar;
    private final Territory territory;
    private final List<GivenEntry> inspected;
    private final Set<String> never = new HashSet<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Map<Campaign, List<String>> chosen = new HashMap<>();

    public PlannedHazards(YearPlan year, WorkCalendar calendar, Territory territory, PlannedUnits units) {
        this.year = year;
        this.plan = requireNonNull(year.safety());
        this.calendar = calendar;
        this.territory = territory;
        List<GivenEntry> dealt = new Dice(year.seed(), "inspected", 0).shuffled(units.units());
        this.inspected = dealt.subList(0, plan.inspected());
        dealt.subList(plan.inspected(), dealt.size()).forEach(unit -> never.add(key(unit)));
        plan.campaigns().forEach(this::campaign);
        rounds();
    }

    List<Campaign> campaigns() {
        return plan.campaigns();
    }

    /** Units at which nobody ever was. */
    Set<String> never() {
        return never;
    }

    /** Keys of the units that a campaign goes to. */
    List<String> unitsOf(Campaign campaign) {
        return chosen.getOrDefault(campaign, List.of());
    }

    /** When a round found something at a unit. */
    Map<String, Instant> onRounds() {
        Map<String, Instant> visits = new HashMap<>();
        seen.stream().filter(one -> one.campaign == null).forEach(one -> visits.put(key(one.unit), one.at));
        return visits;
    }

    /** When a campaign found something at a unit. */
    Map<String, Instant> inCampaign(String name) {
        Map<String, Instant> visits = new HashMap<>();
        seen.stream()
                .filter(one -> one.campaign != null && one.campaign.name().equals(name))
                .forEach(one -> visits.put(key(one.unit), one.at));
        return visits;
    }

    private static String key(GivenEntry unit) {
        return unit.data().path("code").asString();
    }

    private void campaign(Campaign campaign) {
        Set<String> taken = new HashSet<>();
        chosen.values().forEach(taken::addAll);
        List<GivenEntry> some = inspected.stream()
                .filter(unit -> List.of("food", "trade", "factory", "warehouse")
                        .contains(unit.data().path("industry").asString()))
                .filter(unit -> !taken.contains(key(unit)))
                .limit(campaign.units())
                .toList();
        chosen.put(campaign, some.stream().map(PlannedHazards::key).toList());
        List<LocalDate> days = working(campaign.from(), campaign.to());
        int next = 0;
        for (Map.Entry<String, Hazards> hazards : new TreeMap<>(campaign.hazards()).entrySet())
            for (int i = 0; i < hazards.getValue().found(); i++) {
                GivenEntry unit = some.get(next++);
                seen.add(new Seen(hazards.getKey(), unit, at(days, dice(unit, "campaign")), campaign));
            }
    }

    private void rounds() {
        List<LocalDate> days =
                working(LocalDate.of(year.year(), 1, 4), year.lastDay().minusDays(LAST_DAYS));
        int next = inspected.size();
        for (Map.Entry<String, Hazards> hazards : new TreeMap<>(plan.hazards()).entrySet())
            for (int left = hazards.getValue().found(); left > 0; ) {
                GivenEntry unit = inspected.get(--next);
                Dice dice = dice(unit, "found");
                Instant at = at(days, dice);
                int here = Math.min(left, dice.chance(0.6) ? 1 : AT_ONCE_MAX);
                for (int i = 0; i < here; i++) seen.add(new Seen(hazards.getKey(), unit, at, null));
                left -= here;
            }
    }

    private List<LocalDate> working(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> calendar.kind(day).isWorking())
                .toList();
    }

    private static Instant at(List<LocalDate> days, Dice dice) {
        return dice.pick(days)
                .atStartOfDay(WorkCalendar.ZONE)
                .plusMinutes(dice.between(FIRST_MINUTE, LAST_MINUTE))
                .toInstant();
    }

    private Dice dice(GivenEntry unit, String purpose) {
        return new Dice(year.seed(), purpose, key(unit).hashCode());
    }

    /** The latest of each kind are those that are still open. */
    @Override
    public List<Find> finds(Setting setting) {
        List<Seen> latestFirst = new ArrayList<>(seen);
        latestFirst.sort(Comparator.comparing(Seen::at).reversed().thenComparing(one -> key(one.unit)));
        Map<String, Integer> open = new HashMap<>();
        List<Find> finds = new ArrayList<>();
        for (Seen one : latestFirst) {
            Map<String, Hazards> of = one.campaign == null ? plan.hazards() : one.campaign.hazards();
            int wantedOpen = requireNonNull(of.get(one.category)).open();
            String kind = (one.campaign == null ? "" : one.campaign.name()) + one.category;
            boolean isOpen = open.merge(kind, 1, Integer::sum) <= wantedOpen;
            finds.add(find(setting, one, isOpen, finds.size()));
        }
        deal(finds);
        return finds;
    }

    private Find find(Setting setting, Seen one, boolean open, int number) {
        Birth birth = new Birth(
                FIRST_NUMBER + number,
                Channel.INSPECTION,
                requireNonNull(setting.categories().get(one.category)),
                spot(one.unit),
                one.at.plusSeconds(number % 50));
        boolean byOffice = one.campaign != null || OFFICE_GRADES.contains(PlannedUnits.grade(one.unit.data()));
        return new Find(
                open ? birth.heldUntil(year.opening().plusSeconds(HELD_DAYS * 86_400L)) : birth,
                key(one.unit),
                open,
                byOffice ? birth.category().lead().of(birth.spot().place()) : null,
                Map.of("unit", List.of(key(one.unit))),
                null,
                null);
    }

    private Spot spot(GivenEntry unit) {
        LonLat at = new LonLat(requireNonNull(unit.lon()), requireNonNull(unit.lat())).rounded();
        Located located = requireNonNull(territory.locate(at));
        String name = unit.data().path("name").asString();
        Place place = new Place(
                at.lon(),
                at.lat(),
                unit.data().path("address").asString() + "（" + name + "）",
                located.cell().code(),
                new UnitId(located.cell().committee()),
                new UnitId(located.cell().area()));
        return new Spot(Spot.Kind.BUILDING, place, name, name);
    }

    /** Extensions, delays and failed re-inspections among what is put right by now. */
    private void deal(List<Find> finds) {
        List<Integer> closed = new ArrayList<>();
        for (int i = 0; i < finds.size(); i++) if (!finds.get(i).open()) closed.add(i);
        List<Integer> dealt = new Dice(year.seed(), "courses of hazards", 0).shuffled(closed);
        int next = 0;
        for (Map.Entry<Outcome, Integer> course : List.of(
                Map.entry(Outcome.EXTENDED, plan.extended()),
                Map.entry(Outcome.LATE, plan.late()),
                Map.entry(Outcome.REWORKED, plan.reworked())))
            for (int i = 0; i < course.getValue(); i++) {
                int at = dealt.get(next++);
                finds.set(at, finds.get(at).with(finds.get(at).birth().with(course.getKey())));
            }
    }
}
