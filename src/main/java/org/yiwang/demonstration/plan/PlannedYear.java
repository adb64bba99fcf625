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
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.Procedure;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.registry.EntryFacts;
import org.yiwang.territory.Territory;
import org.yiwang.worktime.WorkCalendar;

/**
 * The year as planned: every matter with its fate, in the order of its arrival. Lives are written out day by day on demand, so that the whole year never lies
 * in memory. The same file, map, staff and texts give the same plan.
 */
public final class PlannedYear {
    private static final String BICYCLES = "E0506";
    private static final double[] PACES = {1, 0.6, 0.35, 0.15, 0.05, 0.02, 0.005};

    private final Setting setting;
    private final Answering answering;
    private final NavigableMap<LocalDate, List<Birth>> days = new TreeMap<>();
    private final Set<Integer> queue = new HashSet<>();
    private final Map<Integer, Find> finds = new HashMap<>();
    private final @Nullable Shopfronts shopfronts;

    private PlannedYear(Setting setting, Found found) {
        this.setting = setting;
        this.shopfronts = found.shopfronts();
        YearPlan year = setting.year();
        Births births = new Births(setting);
        Map<Channel, Integer> open = Queue.counts(year);
        List<Birth> all = new ArrayList<>();
        year.channels()
                .forEach((channel, plan) ->
                        all.addAll(births.of(channel, plan, plan.cases() - open.getOrDefault(channel, 0))));
        if (year.prevention() != null) new Gatherings(setting, year.prevention().gatherings()).draw(all);
        sort(all);
        new Fates(year, setting::isQuestion, all).deal();
        if (shopfronts != null) shopfronts.deal(setting, all);
        List<Birth> living = new Queue(setting, births).find();
        living.forEach(birth -> queue.add(birth.number()));
        all.addAll(living);
        sort(all);
        this.answering = new Answering(setting, all, this::isAnswered);
        found.all().forEach(one -> one.finds(setting).forEach(find -> add(find, all)));
        sort(all);
        DispatchTable table = new DispatchTable(setting.procedures());
        for (Birth birth : all)
            days.computeIfAbsent(LocalDate.ofInstant(birth.at(), WorkCalendar.ZONE), d -> new ArrayList<>())
                    .add(ruled(birth, table));
    }

    private static void sort(List<Birth> births) {
        births.sort(Comparator.comparing(Birth::at).thenComparingInt(Birth::number));
    }

    /**
     * What was found at records of registers.
     *
     * @param shopfronts null where the year has none
     */
    public record Found(List<Finds> all, @Nullable Shopfronts shopfronts) {
        public static final Found NOTHING = new Found(List.of(), null);
    }

    private void add(Find find, List<Birth> all) {
        all.add(find.birth());
        finds.put(find.birth().number(), find);
        if (find.open()) queue.add(find.birth().number());
    }

    /** What is about a shop says so, and whose bicycles stand in the way is told by everybody who reports them. */
    private boolean isAnswered(Birth birth) {
        return !queue.contains(birth.number())
                && ((shopfronts != null && shopfronts.of(birth.number()) != null)
                        || (birth.category().code().equals(BICYCLES)
                                && birth.counts()
                                && !birth.has(Outcome.SELF_HANDLED)));
    }

    /** By the line of the dispatch table that fits. The living queue stands where it was looked for, by the limits of the category. */
    private Birth ruled(Birth birth, DispatchTable table) {
        Find find = finds.get(birth.number());
        if (find != null) return table.ruled(birth, find.answers(), find.about());
        if (queue.contains(birth.number()) || !isAnswered(birth)) return birth;
        String report = new LifeWriter(setting, birth, 1, false).write().description();
        EntryFacts about = shopfronts == null ? null : shopfronts.of(birth.number());
        return table.ruled(birth, answering.of(birth, report, about), about);
    }

    /** @param found what was found at records of registers */
    public static PlannedYear of(
            YearPlan year,
            WorkCalendar calendar,
            Map<String, Category> categories,
            Map<String, Procedure> procedures,
            Territory territory,
            List<Unit> units,
            List<Staff> staff,
            TextBook book,
            Album album,
            Found found) {
        Setting setting = new Setting(
                year,
                calendar,
                categories,
                procedures,
                new Town(territory, year.seed()),
                new Cast(units, staff),
                book,
                album,
                new Weather(year));
        return new PlannedYear(setting, found);
    }

    /** What was planned at stops of the rounds over registers. */
    RecordVisits visits() {
        return new RecordVisits(List.copyOf(finds.values()));
    }

    /** What is written down at a step of the handling. */
    public Map<String, List<String>> stepAnswers(CaseScript script, HandlingStep step, Instant at) {
        Dice dice = new Dice(setting.year().seed(), "step " + step.id(), script.number());
        Talk talk = new Talk(setting.book(), dice, setting.tags(at), false);
        return setting.book().steps().answers(script.category(), step.id(), step.form(), at, talk);
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
        return days.getOrDefault(day, List.of()).stream().map(this::answered).toList();
    }

    private CaseScript answered(Birth birth) {
        CaseScript script = script(birth);
        Find find = finds.get(birth.number());
        if (find == null) return answering.of(script, birth, shopfronts == null ? null : shopfronts.of(birth.number()));
        CaseScript about = script.answering(find.answers());
        if (find.by() == null) return about;
        Dice dice = new Dice(setting.year().seed(), "found by", script.number());
        return about.openedBy(setting.cast().handler(find.by(), dice));
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
