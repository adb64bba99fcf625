package org.yiwang.sorting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;
import org.yiwang.sorting.model.Evaluate;
import org.yiwang.sorting.model.Evaluation;
import org.yiwang.sorting.model.LikeEstates;
import org.yiwang.sorting.model.LikeEstates.Facts;
import org.yiwang.sorting.model.LikeEstates.Like;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Observed;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.model.Observed.Spell;
import org.yiwang.sorting.model.Place;
import org.yiwang.sorting.model.Rate;
import org.yiwang.sorting.model.Share;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.State;
import org.yiwang.sorting.model.Trial.Treated;
import org.yiwang.sorting.store.TrialStore;
import org.yiwang.worktime.WorkCalendar;

/** Which estates are like others, and what a trial says. */
@Service
public class EvaluateTrial {
    /** Days before those that are compared, by which estates are chosen. */
    static final int EARLIER_DAYS = 180;

    private static final int WEEK = 7;

    private final ReadSorting read;
    private final TrialStore trials;

    EvaluateTrial(ReadSorting read, TrialStore trials) {
        this.read = read;
        this.trials = trials;
    }

    /** Estates that are treated in a trial that runs, other than this one. */
    Set<String> taken(Tenant tenant, @Nullable UUID self) {
        return trials.list(tenant, KeepTrials.LIST_MAX).stream()
                .filter(trial -> trial.state() == State.RUNNING && !trial.id().equals(self))
                .flatMap(trial -> trial.plan().estates().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Estates that could be compared, the most alike first.
     *
     * @param estates that are to be treated
     * @param start first day; {@code daysBefore} those before it are compared and not looked at here
     */
    public Proposal like(Tenant tenant, Collection<String> estates, LocalDate start, int daysBefore, Instant now) {
        ReadSorting.Ground ground = read.ground(tenant);
        LocalDate end = start.minusDays(daysBefore + 1L);
        Days earlier = new Days(end.minusDays(EARLIER_DAYS - 1L), end);
        Observed seen = read.observed(tenant, ground.places(), earlier, now);
        Set<String> taken = taken(tenant, null);
        List<Facts> treated = new ArrayList<>();
        List<Facts> others = new ArrayList<>();
        ground.pointsOf().forEach((estate, points) -> {
            List<Spell> spells = spells(points, earlier);
            Facts facts = new Facts(
                    estate, points.size(), ground.households().get(estate), seen.share(spells), alarms(seen, spells));
            if (estates.contains(estate)) treated.add(facts);
            else if (!taken.contains(estate)) others.add(facts);
        });
        return new Proposal(treated, LikeEstates.of(treated, others), earlier);
    }

    /** @param earlier the days by which they were chosen */
    public record Proposal(List<Facts> treated, List<Like> like, Days earlier) {}

    private static Rate alarms(Observed seen, List<Spell> spells) {
        int count = 0;
        for (Measure measure : Measure.values())
            if (!measure.isShare()) count += seen.rate(measure, spells).alarms();
        return new Rate(count, seen.watched(spells));
    }

    private static List<Spell> spells(Collection<String> points, Days days) {
        return points.stream().map(point -> new Spell(point, days)).toList();
    }

    /** Up to the day before today. */
    public Evaluation of(Tenant tenant, Trial trial, Instant now) {
        return look(tenant, trial, now).evaluation();
    }

    /**
     * A month of both groups.
     *
     * @param treated without guides or still to lose them; by measure, a share or alarms a hundred point-days
     */
    public record Month(
            YearMonth month,
            Share treated,
            Share compared,
            Map<Measure, Rate> treatedAlarms,
            Map<Measure, Rate> comparedAlarms) {}

    /** A point at which putting the guide back is proposed: alarms within the last seven days. */
    public record Alarmed(String point, String label, int alarms) {}

    public record Look(Evaluation evaluation, List<Month> months, List<Alarmed> alarmed) {}

    public Look look(Tenant tenant, Trial trial, Instant now) {
        Plan plan = trial.plan();
        ReadSorting.Ground ground = read.ground(tenant);
        Set<String> estates = new HashSet<>(plan.estates());
        plan.compared().stream().map(Compared::estate).forEach(estates::add);
        List<Place> places = ground.places().stream()
                .filter(place -> estates.contains(place.estate()))
                .toList();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        LocalDate last = today.isBefore(plan.end()) ? today : plan.end();
        Days days = new Days(plan.first().minusDays(plan.daysBefore()), last.minusDays(1));
        Observed seen = days.count() == 0 ? Observed.NOTHING : read.observed(tenant, places, days, now);
        return new Look(
                Evaluate.of(plan, ground.pointsOf(), seen, days.last()),
                months(plan, ground.pointsOf(), seen, days),
                alarmed(trial, seen, today));
    }

    private static List<Month> months(Plan plan, Map<String, List<String>> pointsOf, Observed seen, Days days) {
        List<String> treated = plan.treated().stream().map(Treated::point).toList();
        List<String> compared = plan.compared().stream()
                .flatMap(one -> pointsOf.getOrDefault(one.estate(), List.of()).stream())
                .toList();
        List<Month> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(days.first());
                !month.isAfter(YearMonth.from(days.last()));
                month = month.plusMonths(1)) {
            Days all = new Days(month.atDay(1), month.atEndOfMonth());
            List<Spell> own = spells(treated, all);
            List<Spell> others = spells(compared, all);
            months.add(new Month(month, seen.share(own), seen.share(others), rates(seen, own), rates(seen, others)));
        }
        return months;
    }

    private static Map<Measure, Rate> rates(Observed seen, List<Spell> spells) {
        Map<Measure, Rate> rates = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) if (!measure.isShare()) rates.put(measure, seen.rate(measure, spells));
        return rates;
    }

    private static List<Alarmed> alarmed(Trial trial, Observed seen, LocalDate today) {
        @Nullable Integer most = trial.plan().putBackAt();
        if (most == null || trial.state() != State.RUNNING) return List.of();
        List<Alarmed> alarmed = new ArrayList<>();
        for (Treated point : trial.plan().treated()) {
            if (point.backOn() != null) continue;
            LocalDate first = today.minusDays(WEEK);
            Days week = new Days(first.isAfter(point.startsOn()) ? first : point.startsOn(), today);
            List<Spell> spells = List.of(new Spell(point.point(), week));
            int alarms = seen.rate(Measure.BESIDE, spells).alarms()
                    + seen.rate(Measure.OVERFLOW, spells).alarms();
            if (alarms >= most) alarmed.add(new Alarmed(point.point(), point.label(), alarms));
        }
        return alarmed;
    }
}
