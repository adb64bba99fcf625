package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.Procedure;
import org.yiwang.registry.EntryFacts;
import org.yiwang.worktime.WorkCalendar;

/** One plan for each road (一路一方案): which roads have one, when it was begun, and where it stands when the demonstration opens. */
public final class PlannedPlans implements Finds {
    private static final String CODE = "R0701";
    private static final int FIRST_NUMBER = 7_000_000;
    private static final int TRIES_MAX = 4_000;
    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 15;
    /** Over, by the word for the step that comes after the last. */
    private static final String DONE = "";

    private final YearPlan year;
    private final List<EntryFacts> roads;
    private final Set<String> taken = new HashSet<>();

    /** @param roads of the register */
    public PlannedPlans(YearPlan year, List<EntryFacts> roads) {
        this.year = year;
        this.roads = roads.stream()
                .filter(road -> road.cell() != null
                        && !road.data().path("kind").asString("").equals("municipal"))
                .toList();
    }

    @Override
    public List<Find> finds(Setting setting) {
        YearPlan.Plans plans = year.plans();
        Procedure type = setting.procedures().get(CODE);
        Category category = setting.categories().get(CODE);
        if (plans == null || type == null || category == null || roads.isEmpty()) return List.of();
        List<Find> finds = new ArrayList<>();
        plans.underway().forEach((next, count) -> {
            for (int i = 0; i < count; i++) finds.add(find(setting, type, category, next, finds.size()));
        });
        for (int i = 0; i < plans.done(); i++) finds.add(find(setting, type, category, DONE, finds.size()));
        return finds;
    }

    private Find find(Setting setting, Procedure type, Category category, String next, int number) {
        List<String> steps = type.steps().stream().map(HandlingStep::id).toList();
        int wanted = next.equals(DONE) ? steps.size() : steps.indexOf(next);
        Dice dice = new Dice(year.seed(), "plan" + next, number);
        for (int i = 0; i < TRIES_MAX; i++) {
            EntryFacts road = dice.pick(roads);
            if (taken.contains(road.key())) continue;
            Find find = find(setting, category, road, moment(setting, dice), number, dice, !next.equals(DONE));
            if (stands(setting, find, wanted)) {
                taken.add(road.key());
                return find;
            }
        }
        throw new IllegalArgumentException(
                "plans: no road was found whose plan stands at \"%s\". Take another step or fewer plans."
                        .formatted(next));
    }

    private boolean stands(Setting setting, Find find, int wanted) {
        Birth ruled = new DispatchTable(setting.procedures()).ruled(find.birth(), find.answers(), find.about());
        CaseScript script = new LifeWriter(setting, ruled, 1, true).write();
        if (script.isOpenAt(year.opening()) != find.open()) return false;
        boolean claimed = script.last("claim", year.opening())
                .or(() -> script.last("assign", year.opening()))
                .isPresent();
        boolean reported = script.last("feedback", year.opening()).isPresent();
        return !find.open() || (claimed && !reported && taken(script) == wanted);
    }

    private int taken(CaseScript script) {
        return (int) script.steps().stream()
                .filter(step -> step.action().equals("take-step") && !step.at().isAfter(year.opening()))
                .count();
    }

    private Instant moment(Setting setting, Dice dice) {
        LocalDate first = LocalDate.of(year.year(), 1, 11);
        LocalDate day = first.plusDays(dice.below((int) ChronoUnit.DAYS.between(first, year.lastDay())));
        Instant at = day.atTime(dice.between(FIRST_HOUR, LAST_HOUR), dice.below(60))
                .atZone(WorkCalendar.ZONE)
                .toInstant();
        return setting.calendar().nextWorkingInstant(at);
    }

    private Find find(
            Setting setting, Category category, EntryFacts road, Instant at, int number, Dice dice, boolean open) {
        Spot spot = setting.town().at(requireNonNull(road.point()), road.label());
        Birth birth = new Birth(FIRST_NUMBER + number, Channel.INSPECTION, category, spot, at)
                .moved(spot, Map.of("said", road.label()));
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("road", List.of(road.key()));
        String reason = dice.pick(List.of("inspection", "complaints", "inspection", "proposal"));
        answers.put("reason", List.of(reason));
        if (reason.equals("complaints")) answers.put("complaints", List.of(String.valueOf(dice.between(4, 23))));
        return new Find(birth, road.key(), open, category.lead().of(spot.place()), answers, road, null);
    }
}
