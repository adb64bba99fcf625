package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.territory.Territory;
import org.yiwang.worktime.WorkCalendar;

/**
 * The year as planned: every matter with its fate, in the order of its arrival. Lives are written out day by day on demand, so that the whole year never lies
 * in memory. The same file, map, staff and texts give the same plan.
 */
public final class PlannedYear {
    private static final double[] PACES = {1, 0.6, 0.35, 0.15, 0.05, 0.02, 0.005};

    private final Setting setting;
    private final Answering answering;
    private final NavigableMap<LocalDate, List<Birth>> days = new TreeMap<>();
    private final Set<Integer> queue = new HashSet<>();
    private final Map<Integer, PlannedFinds.Find> finds = new HashMap<>();

    private PlannedYear(Setting setting, @Nullable PlannedFinds found) {
        this.setting = setting;
        YearPlan year = setting.year();
        Births births = new Births(setting);
        Map<Channel, Integer> open = Queue.counts(year);
        List<Birth> all = new ArrayList<>();
        year.channels()
                .forEach((channel, plan) ->
                        all.addAll(births.of(channel, plan, plan.cases() - open.getOrDefault(channel, 0))));
        if (year.prevention() != null) new Gatherings(setting, year.prevention().gatherings()).draw(all);
        all.sort(Comparator.comparing(Birth::at).thenComparingInt(Birth::number));
        new Fates(year, setting::isQuestion, all).deal();
        List<Birth> living = new Queue(setting, births).find();
        living.forEach(birth -> queue.add(birth.number()));
        all.addAll(living);
        all.sort(Comparator.comparing(Birth::at).thenComparingInt(Birth::number));
        this.answering = new Answering(setting, all);
        if (found != null) found.finds(setting).forEach(find -> add(find, all));
        all.sort(Comparator.comparing(Birth::at).thenComparingInt(Birth::number));
        for (Birth birth : all)
            days.computeIfAbsent(LocalDate.ofInstant(birth.at(), WorkCalendar.ZONE), d -> new ArrayList<>())
                    .add(birth);
    }

    private void add(PlannedFinds.Find find, List<Birth> all) {
        all.add(find.birth());
        finds.put(find.birth().number(), find);
        if (find.open()) queue.add(find.birth().number());
    }

    /** @param found what inspections found; null where the year has none */
    public static PlannedYear of(
            YearPlan year,
            WorkCalendar calendar,
            Map<String, Category> categories,
            Territory territory,
            List<Unit> units,
            List<Staff> staff,
            TextBook book,
            Album album,
            @Nullable PlannedFinds found) {
        Setting setting = new Setting(
                year,
                calendar,
                categories,
                new Town(territory, year.seed()),
                new Cast(units, staff),
                book,
                album,
                new Weather(year));
        return new PlannedYear(setting, found);
    }

    /** The days on which anything comes in, in order. */
    public List<LocalDate> days() {
        return List.copyOf(days.keySet());
    }

    public int cases() {
        return days.values().stream().mapToInt(List::size).sum();
    }

    public int cases(LocalDate day) {
        return days.getOrDefault(day, List.of()).size();
    }

    /** The lives of the matters of one day, in the order of their arrival, each up to the moment at which the demonstration opens. */
    public List<CaseScript> scripts(LocalDate day) {
        return days.getOrDefault(day, List.of()).stream()
                .map(this::script)
                .map(answering::of)
                .map(this::inspected)
                .toList();
    }

    /** What an inspection found is about the unit that was inspected. */
    private CaseScript inspected(CaseScript script) {
        PlannedFinds.Find find = finds.get(script.number());
        if (find == null) return script;
        CaseScript about = script.answering(Map.of("unit", List.of(find.unit())));
        Dice dice = new Dice(setting.year().seed(), "found by", script.number());
        return find.byOffice()
                ? about.openedBy(
                        setting.cast().handler(find.birth().category().lead().of(script.place()), dice))
                : about;
    }

    private CaseScript script(Birth birth) {
        Instant now = setting.year().opening();
        if (queue.contains(birth.number()))
            return new LifeWriter(setting, birth, 1, false).write().until(now);
        for (double pace : PACES) {
            boolean over = !new LifeWriter(setting, birth, pace, true).write().isOpenAt(now);
            if (over) return new LifeWriter(setting, birth, pace, false).write().until(now);
        }
        throw new IllegalStateException(
                "The case of %s, reported %s, cannot be closed before %s. Let fewer cases come in on the last day."
                        .formatted(birth.category().code(), birth.at(), now));
    }
}
