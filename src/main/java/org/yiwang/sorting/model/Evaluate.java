package org.yiwang.sorting.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.sorting.model.Difference.Estate;
import org.yiwang.sorting.model.Evaluation.Change;
import org.yiwang.sorting.model.Evaluation.Level;
import org.yiwang.sorting.model.Evaluation.Result;
import org.yiwang.sorting.model.Evaluation.Warning;
import org.yiwang.sorting.model.Evaluation.Warning.Kind;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.model.Observed.Spell;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.Treated;

/**
 * What a trial says so far. Points begin when it suits; each day of beginning is held against the same days of the estates that keep their guides, never against a
 * point that has lost its own already (Goodman-Bacon, "Difference-in-differences with variation in treatment timing", Journal of Econometrics 225 (2021) 254–277).
 */
public final class Evaluate {
    private static final double FEWER_CHECKS = 0.75;
    private static final double WATCHED_ENOUGH = 0.9;

    private final Plan plan;
    private final Map<String, List<String>> pointsOf;
    private final Observed seen;
    private final LocalDate until;

    private Evaluate(Plan plan, Map<String, List<String>> pointsOf, Observed seen, LocalDate until) {
        this.plan = plan;
        this.pointsOf = pointsOf;
        this.seen = seen;
        this.until = until;
    }

    /**
     * @param pointsOf the checked points of each estate, by its name
     * @param until the last day that counts
     */
    public static Evaluation of(Plan plan, Map<String, List<String>> pointsOf, Observed seen, LocalDate until) {
        Evaluate evaluate = new Evaluate(plan, pointsOf, seen, until);
        return new Evaluation(
                until,
                !until.isBefore(plan.end().minusDays(1)),
                plan.measures().stream().map(evaluate::result).toList(),
                evaluate.warnings());
    }

    /** Points of a treated estate that begin on one day. */
    private record Wave(String estate, LocalDate start, List<Treated> points) {}

    private List<Wave> waves(String estate) {
        Map<LocalDate, List<Treated>> byDay = plan.treated().stream()
                .filter(one -> one.estate().equals(estate))
                .collect(Collectors.groupingBy(Treated::startsOn, TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(one -> new Wave(estate, one.getKey(), one.getValue()))
                .toList();
    }

    private Days before(LocalDate start) {
        return new Days(start.minusDays(plan.daysBefore()), earlier(start.minusDays(1), until));
    }

    private Days after(LocalDate start) {
        return new Days(start, earlier(start.plusDays(plan.daysAfter() - 1L), until));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Spell after(Treated point, Days days) {
        LocalDate back = point.backOn();
        return new Spell(
                point.point(), back == null ? days : new Days(days.first(), earlier(days.last(), back.minusDays(1))));
    }

    private List<Spell> spells(String estate, Days days) {
        return pointsOf.getOrDefault(estate, List.of()).stream()
                .map(point -> new Spell(point, days))
                .toList();
    }

    private List<Spell> own(Wave wave, boolean isAfter) {
        Days days = isAfter ? after(wave.start()) : before(wave.start());
        return wave.points().stream()
                .map(point -> isAfter ? after(point, days) : new Spell(point.point(), days))
                .toList();
    }

    private Result result(Measured measured) {
        Measure measure = measured.measure();
        List<String> treated = plan.estates();
        List<Estate> estates = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        boolean isEnough = true;
        for (int role = 0; role < treated.size(); role++) {
            String name = treated.get(role);
            Change change = change(name, true, measure);
            changes.add(change);
            isEnough &= change.before().isEnough() && change.after().isEnough();
            List<Double> all = changes(name, role, treated, measure);
            if (!all.isEmpty()) estates.add(new Estate(name, role, all, doses(name, role, treated)));
            else isEnough = false;
        }
        int compared = 0;
        for (Compared one : plan.compared()) {
            Change change = change(one.estate(), false, measure);
            changes.add(change);
            List<Double> all = changes(one.estate(), -1, treated, measure);
            if (all.isEmpty() || !change.before().isEnough() || !change.after().isEnough()) continue;
            estates.add(new Estate(one.estate(), -1, all, Collections.nCopies(treated.size(), 0.0)));
            compared++;
        }
        boolean isKnown = changes.stream()
                .anyMatch(one ->
                        one.treated() && one.after().isKnown() && one.before().isKnown());
        Difference difference = isEnough && compared >= DecideTrial.COMPARED_MIN ? Difference.of(estates) : null;
        return new Result(measured, verdict(measured, isKnown, difference), difference, changes);
    }

    /** Levels of an estate before and after, as they are shown: a treated one's own points, all points of one that is compared, over the days of all waves. */
    private Change change(String estate, boolean isTreated, Measure measure) {
        List<Spell> before = new ArrayList<>();
        List<Spell> after = new ArrayList<>();
        if (isTreated)
            for (Wave wave : waves(estate)) {
                before.addAll(own(wave, false));
                after.addAll(own(wave, true));
            }
        else
            for (LocalDate start : starts()) {
                before.addAll(spells(estate, before(start)));
                after.addAll(spells(estate, after(start)));
            }
        return new Change(estate, isTreated, level(measure, before), level(measure, after));
    }

    private List<LocalDate> starts() {
        return plan.treated().stream()
                .map(Treated::startsOn)
                .distinct()
                .sorted()
                .toList();
    }

    private Level level(Measure measure, List<Spell> spells) {
        return measure.isShare() ? Level.of(seen.share(spells)) : Level.of(seen.rate(measure, spells));
    }

    /** What this estate changed by over the days of each treated estate; empty where that is not known for one of them. */
    private List<Double> changes(String estate, int ownRole, List<String> treated, Measure measure) {
        double[] changes = new double[treated.size()];
        for (int role = 0; role < changes.length; role++) {
            double weights = 0;
            for (Wave wave : waves(treated.get(role))) {
                boolean isOwn = role == ownRole;
                Level before = level(measure, isOwn ? own(wave, false) : spells(estate, before(wave.start())));
                Level after = level(measure, isOwn ? own(wave, true) : spells(estate, after(wave.start())));
                Optional<Double> change = Level.change(before, after);
                if (change.isEmpty()) continue;
                changes[role] += change.get() * wave.points().size();
                weights += wave.points().size();
            }
            if (weights == 0) return List.of();
            changes[role] /= weights;
        }
        return Arrays.stream(changes).boxed().toList();
    }

    /** In another's role a treated estate may have been without its guides for a part of the days, before or after. */
    private List<Double> doses(String estate, int ownRole, List<String> treated) {
        double[] doses = new double[treated.size()];
        for (int role = 0; role < doses.length; role++) {
            double points = 0;
            for (Wave wave : waves(treated.get(role))) {
                double dose =
                        role == ownRole ? 1 : part(estate, after(wave.start())) - part(estate, before(wave.start()));
                doses[role] += dose * wave.points().size();
                points += wave.points().size();
            }
            doses[role] /= points;
        }
        return Arrays.stream(doses).boxed().toList();
    }

    /** Share of the days of an estate's points that had no guide. */
    private double part(String estate, Days days) {
        List<String> points = pointsOf.getOrDefault(estate, List.of());
        if (points.isEmpty() || days.count() == 0) return 0;
        double without = 0;
        for (String key : points) {
            Treated point = plan.point(key).orElse(null);
            if (point == null) continue;
            LocalDate first = point.startsOn().isAfter(days.first()) ? point.startsOn() : days.first();
            LocalDate back = point.backOn();
            LocalDate last = back == null ? days.last() : earlier(days.last(), back.minusDays(1));
            without += new Days(first, last).count();
        }
        return without / points.size() / days.count();
    }

    private static Evaluation.Verdict verdict(Measured measured, boolean isKnown, @Nullable Difference difference) {
        if (difference == null) return isKnown ? Evaluation.Verdict.TOO_FEW : Evaluation.Verdict.NO_DATA;
        double good = measured.measure().isShare() ? 1 : -1;
        double margin = measured.measure().isShare() ? measured.margin() / 100 : Math.log(1 + measured.margin() / 100);
        boolean isAbove =
                difference.student().isAbove(0) && difference.rearranged().isAbove(0);
        boolean isBelow =
                difference.student().isBelow(0) && difference.rearranged().isBelow(0);
        if (good > 0 ? isAbove : isBelow) return Evaluation.Verdict.BETTER;
        if (good > 0 ? isBelow : isAbove) return Evaluation.Verdict.WORSE;
        boolean holds = good > 0
                ? difference.student().isAbove(-margin)
                        && difference.rearranged().isAbove(-margin)
                : difference.student().isBelow(margin)
                        && difference.rearranged().isBelow(margin);
        return holds ? Evaluation.Verdict.HOLDS : Evaluation.Verdict.NOT_SHOWN;
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (until.isBefore(plan.end().minusDays(1)))
            warnings.add(new Warning(Kind.STILL_RUNNING, (int) (plan.end().toEpochDay() - until.toEpochDay() - 1)));
        fewerChecks().ifPresent(warnings::add);
        long back = plan.treated().stream().filter(one -> one.backOn() != null).count();
        if (back > 0) warnings.add(new Warning(Kind.PUT_BACK, (int) back));
        int guided = guided();
        if (guided > 0) warnings.add(new Warning(Kind.GUIDE_SEEN, guided));
        if (plan.measures().stream().anyMatch(one -> !one.measure().isShare()))
            devices().ifPresent(warnings::add);
        int late = (int) plan.measures().stream().filter(Measured::late).count();
        if (late > 0) warnings.add(new Warning(Kind.ADDED_LATER, late));
        return warnings;
    }

    private Stream<Wave> waves() {
        return plan.estates().stream().flatMap(estate -> waves(estate).stream());
    }

    /** Checks a point and day, after against before; those done less often after may be those that were put off because it looked bad. */
    private Optional<Warning> fewerChecks() {
        double before = 0;
        double after = 0;
        double daysBefore = 0;
        double daysAfter = 0;
        for (Wave wave : waves().toList()) {
            before += seen.share(own(wave, false)).checks();
            after += seen.share(own(wave, true)).checks();
            daysBefore += own(wave, false).stream()
                    .mapToInt(one -> one.days().count())
                    .sum();
            daysAfter +=
                    own(wave, true).stream().mapToInt(one -> one.days().count()).sum();
        }
        if (before == 0 || daysAfter == 0) return Optional.empty();
        double kept = (after / daysAfter) / (before / daysBefore);
        return kept < FEWER_CHECKS
                ? Optional.of(new Warning(Kind.FEWER_CHECKS, (int) Math.round(100 * (1 - kept))))
                : Optional.empty();
    }

    /** Checks at points without a guide at which one stood all the same. */
    private int guided() {
        Map<String, List<Days>> without = new LinkedHashMap<>();
        waves().flatMap(wave -> own(wave, true).stream())
                .forEach(one -> without.computeIfAbsent(one.point(), _ -> new ArrayList<>())
                        .add(one.days()));
        return (int) seen.checks().stream()
                .filter(check -> Boolean.TRUE.equals(check.guided()))
                .filter(check -> without.getOrDefault(check.point(), List.of()).stream()
                        .anyMatch(days -> days.hold(check.day())))
                .count();
    }

    /** Devices that were silent for a part of the time: the alarms of that time are not known. */
    private Optional<Warning> devices() {
        List<Spell> all = waves().flatMap(wave -> Stream.concat(own(wave, false).stream(), own(wave, true).stream()))
                .toList();
        double days = all.stream().mapToInt(one -> one.days().count()).sum();
        double watched = seen.watched(all);
        if (watched == 0) return Optional.of(new Warning(Kind.NO_DEVICES, 0));
        return watched < WATCHED_ENOUGH * days
                ? Optional.of(new Warning(Kind.SILENT, (int) Math.round(100 * (1 - watched / days))))
                : Optional.empty();
    }
}
