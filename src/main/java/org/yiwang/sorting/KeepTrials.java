package org.yiwang.sorting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.sorting.model.DecideTrial;
import org.yiwang.sorting.model.Evaluation;
import org.yiwang.sorting.model.LikeEstates;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Place;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.State;
import org.yiwang.sorting.model.Trial.Step;
import org.yiwang.sorting.model.Trial.Treated;
import org.yiwang.sorting.store.TrialStore;
import org.yiwang.worktime.WorkCalendar;

/** Plans trials, starts them and decides upon them; every step is kept with who took it and why. */
@Service
public class KeepTrials {
    /** As many as anybody looks at. */
    public static final int LIST_MAX = 100;

    private final TrialStore trials;
    private final ReadSorting read;
    private final EvaluateTrial evaluate;
    private final Ids ids;

    KeepTrials(TrialStore trials, ReadSorting read, EvaluateTrial evaluate, Ids ids) {
        this.trials = trials;
        this.read = read;
        this.evaluate = evaluate;
        this.ids = ids;
    }

    public List<Trial> list(Staff staff) {
        return trials.list(staff.tenant(), LIST_MAX);
    }

    public Trial one(Staff staff, UUID id) {
        return trials.find(staff.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("sorting.no-trial").exception());
    }

    /** A step, and what was known when it was taken. */
    public record Taken(Step step, @Nullable Evaluation known) {}

    public List<Taken> steps(Staff staff, Trial trial) {
        return trials.steps(staff.tenant(), trial.id()).stream()
                .map(step -> new Taken(step, step.result() == null ? null : trials.read(step.result())))
                .toList();
    }

    @Transactional
    public Trial plan(Staff staff, Plan wanted, Instant now) {
        Plan plan = named(staff, wanted, null, now);
        DecideTrial.plan(plan).ifPresent(refusal -> {
            throw refusal.exception();
        });
        Trial trial = new Trial(ids.next(), plan, State.PLANNED, 1, now, null);
        trials.add(staff.tenant(), trial, step(staff, trial, "plan", "", null, now));
        return trial;
    }

    /** @param seq of the last step that the person saw */
    @Transactional
    public Trial change(Staff staff, UUID id, int seq, Plan wanted, Instant now) {
        Trial trial = one(staff, id);
        return keep(
                staff, trial, seq, DecideTrial.change(trial, named(staff, wanted, id, now)), "change", "", null, now);
    }

    @Transactional
    public Trial start(Staff staff, UUID id, int seq, Instant now) {
        Trial trial = one(staff, id);
        return keep(staff, trial, seq, DecideTrial.start(trial, now, day(now)), "start", "", null, now);
    }

    @Transactional
    public Trial drop(Staff staff, UUID id, int seq, String note, Instant now) {
        Trial trial = one(staff, id);
        return keep(staff, trial, seq, DecideTrial.drop(trial, note), "drop", note, null, now);
    }

    @Transactional
    public Trial measure(Staff staff, UUID id, int seq, Measure measure, double margin, Instant now) {
        Trial trial = one(staff, id);
        Decision<Trial> decided = DecideTrial.measure(trial, measure, margin);
        return keep(staff, trial, seq, decided, "measure", measure.id(), null, now);
    }

    @Transactional
    public Trial putBack(Staff staff, UUID id, int seq, String point, String note, Instant now) {
        Trial trial = one(staff, id);
        Decision<Trial> decided = DecideTrial.putBack(trial, point, note, day(now));
        String label = trial.plan().point(point).map(Treated::label).orElse(point);
        return keep(staff, trial, seq, decided, "put-back-point", label + "：" + note.strip(), null, now);
    }

    /** The guides stay away, and what was known then stays beside it. */
    @Transactional
    public Trial withdraw(Staff staff, UUID id, int seq, String note, Instant now) {
        Trial trial = one(staff, id);
        Decision<Trial> decided = DecideTrial.withdraw(trial, note, day(now));
        return keep(staff, trial, seq, decided, "withdraw", note, known(staff, trial, now), now);
    }

    @Transactional
    public Trial endWithGuides(Staff staff, UUID id, int seq, String note, Instant now) {
        Trial trial = one(staff, id);
        Decision<Trial> decided = DecideTrial.endWithGuides(trial, note);
        return keep(staff, trial, seq, decided, "put-back", note, known(staff, trial, now), now);
    }

    @Transactional
    public Trial extend(Staff staff, UUID id, int seq, int days, String note, Instant now) {
        Trial trial = one(staff, id);
        Decision<Trial> decided = DecideTrial.extend(trial, note, days);
        return keep(
                staff, trial, seq, decided, "extend", "+" + days + "：" + note.strip(), known(staff, trial, now), now);
    }

    private @Nullable String known(Staff staff, Trial trial, Instant now) {
        if (trial.state() != State.RUNNING) return null;
        return trials.kept(evaluate.of(staff.tenant(), trial, now));
    }

    private Trial keep(
            Staff staff,
            Trial before,
            int seq,
            Decision<Trial> decided,
            String action,
            String note,
            @Nullable String result,
            Instant now) {
        Trial after = decided.orThrow();
        boolean isKept = before.seq() == seq
                && trials.step(staff.tenant(), after, step(staff, after, action, note.strip(), result, now));
        if (!isKept) throw Refusal.conflict("sorting.moved-on").exception();
        return after;
    }

    private static Step step(
            Staff staff, Trial trial, String action, String note, @Nullable String result, Instant now) {
        return new Step(trial.seq(), now, staff.id(), staff.name(), action, note, result);
    }

    /** With what the registers know of points and estates; nobody is part of two trials at once. */
    private Plan named(Staff staff, Plan wanted, @Nullable UUID self, Instant now) {
        ReadSorting.Ground ground = read.ground(staff.tenant());
        Map<String, Place> places =
                ground.places().stream().collect(Collectors.toMap(Place::point, Function.identity()));
        Set<String> taken = evaluate.taken(staff.tenant(), self);
        List<Treated> points = new ArrayList<>();
        for (Treated one : wanted.treated()) {
            Place place = places.get(one.point());
            if (place == null)
                throw Refusal.invalid("treated", "sorting.no-point", one.point())
                        .exception();
            if (taken.contains(place.estate()))
                throw Refusal.invalid("treated", "sorting.in-another", place.estate())
                        .exception();
            points.add(new Treated(place.point(), place.label(), place.estate(), one.startsOn(), null, null));
        }
        Set<String> estates = ground.places().stream().map(Place::estate).collect(Collectors.toSet());
        for (Compared one : wanted.compared()) {
            if (!estates.contains(one.estate()))
                throw Refusal.invalid("compared", "sorting.no-estate", one.estate())
                        .exception();
            if (taken.contains(one.estate()))
                throw Refusal.invalid("compared", "sorting.in-another", one.estate())
                        .exception();
        }
        return points.isEmpty() ? wanted : told(staff, wanted.with(points), now);
    }

    /** Which of the compared estates are those that the product itself would take. */
    private Plan told(Staff staff, Plan plan, Instant now) {
        Set<String> proposed =
                evaluate.like(staff.tenant(), plan.estates(), plan.first(), plan.daysBefore(), now).like().stream()
                        .limit(LikeEstates.PROPOSED)
                        .map(like -> like.facts().estate())
                        .collect(Collectors.toSet());
        return plan.comparing(plan.compared().stream()
                .map(one -> new Compared(one.estate(), proposed.contains(one.estate()), one.reason()))
                .toList());
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, WorkCalendar.ZONE);
    }
}
