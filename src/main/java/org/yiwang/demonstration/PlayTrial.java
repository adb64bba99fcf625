package org.yiwang.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.PlannedSorting;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.demonstration.plan.YearPlan.PlannedTrial;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.sorting.EvaluateTrial;
import org.yiwang.sorting.KeepTrials;
import org.yiwang.sorting.model.LikeEstates;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.Treated;
import org.yiwang.worktime.WorkCalendar;

/** The year's trial without guides: planned with the estates that the product proposes, fixed before it began, and decided upon with what was known then. */
@Component
class PlayTrial {
    private static final int HOUR = 10;

    private final KeepTrials trials;
    private final EvaluateTrial evaluate;
    private final Entries entries;
    private final People people;

    PlayTrial(KeepTrials trials, EvaluateTrial evaluate, Entries entries, People people) {
        this.trials = trials;
        this.evaluate = evaluate;
        this.entries = entries;
        this.people = people;
    }

    /** A playing that was cut off goes on where it stopped. */
    void play(Tenant tenant, YearPlan year) {
        YearPlan.Sorting sorting = year.sorting();
        PlannedTrial planned = sorting == null ? null : sorting.trial();
        if (sorting == null || planned == null) return;
        Staff by = people.ofLogin(tenant, planned.by())
                .orElseThrow(() -> new IllegalStateException("Nobody signs in as " + planned.by()
                        + ". Name somebody of examples/daqiao/organisation.yaml in the trial of the year."));
        Trial trial = trials.list(by).stream()
                .filter(one -> one.plan().title().equals(planned.title()))
                .findFirst()
                .orElseGet(() -> trials.plan(by, plan(tenant, year, sorting, planned), at(planned.planned())));
        if (trial.state() == Trial.State.PLANNED)
            trial = trials.start(by, trial.id(), trial.seq(), at(planned.started()));
        boolean isDecided = trial.plan().daysAfter() != planned.after() || trial.isOver();
        if (isDecided || !planned.decided().isBefore(year.lastDay())) return;
        if (planned.more() > 0)
            trials.extend(by, trial.id(), trial.seq(), planned.more(), planned.reason(), at(planned.decided()));
        else trials.withdraw(by, trial.id(), trial.seq(), planned.reason(), at(planned.decided()));
    }

    private Plan plan(Tenant tenant, YearPlan year, YearPlan.Sorting sorting, PlannedTrial planned) {
        Map<String, String> estates = new TreeMap<>();
        for (EntryFacts building : entries.all(tenant, "building"))
            estates.put(building.key(), building.data().path("estate").asString(""));
        List<EntryFacts> points = entries.all(tenant, "waste-point");
        Map<String, LocalDate> starts = new PlannedSorting(year, sorting, estates, points).withoutSince();
        return new Plan(
                planned.title(),
                planned.purpose(),
                planned.before(),
                planned.after(),
                planned.putBackAt(),
                starts.entrySet().stream()
                        .map(one -> new Treated(one.getKey(), "", "", one.getValue(), null, null))
                        .toList(),
                compared(tenant, planned, starts.values()),
                planned.margins().entrySet().stream()
                        .map(one -> new Measured(Measure.of(one.getKey()).orElseThrow(), one.getValue(), false))
                        .toList());
    }

    private List<Compared> compared(Tenant tenant, PlannedTrial planned, Collection<LocalDate> starts) {
        LocalDate first = starts.stream().min(LocalDate::compareTo).orElseThrow();
        return evaluate
                .like(tenant, planned.starts().keySet(), first, planned.before(), at(planned.planned()))
                .like()
                .stream()
                .limit(LikeEstates.PROPOSED)
                .map(like -> new Compared(like.facts().estate(), true, ""))
                .toList();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(HOUR, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
