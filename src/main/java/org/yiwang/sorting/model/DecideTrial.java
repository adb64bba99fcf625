package org.yiwang.sorting.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.State;
import org.yiwang.sorting.model.Trial.Treated;

/** What may be done with a trial now. */
public final class DecideTrial {
    public static final int DAYS_MIN = 14;
    public static final int DAYS_MAX = 366;
    public static final int TITLE_CHARACTERS_MAX = 60;
    public static final int NOTE_CHARACTERS_MAX = 500;
    /** With fewer nobody can say how much estates change by themselves. */
    public static final int COMPARED_MIN = 3;

    public static final int COMPARED_MAX = 20;
    public static final int TREATED_MAX = 60;
    public static final int ESTATES_MAX = 6;
    public static final int PUT_BACK_MAX = 100;
    private static final double MARGIN_MAX = 100;

    private DecideTrial() {}

    /** Whether a plan holds together; whether its days have passed already is asked when it starts. */
    public static Optional<Refusal> plan(Plan plan) {
        if (plan.title().isBlank() || plan.title().length() > TITLE_CHARACTERS_MAX)
            return invalid("title", "sorting.title", TITLE_CHARACTERS_MAX);
        if (plan.purpose().length() > NOTE_CHARACTERS_MAX)
            return invalid("purpose", "sorting.note", NOTE_CHARACTERS_MAX);
        if (outside(plan.daysBefore(), DAYS_MIN, DAYS_MAX))
            return invalid("daysBefore", "sorting.days", DAYS_MIN, DAYS_MAX);
        if (outside(plan.daysAfter(), DAYS_MIN, DAYS_MAX))
            return invalid("daysAfter", "sorting.days", DAYS_MIN, DAYS_MAX);
        Integer putBackAt = plan.putBackAt();
        if (putBackAt != null && outside(putBackAt, 1, PUT_BACK_MAX))
            return invalid("putBackAt", "request.out-of-range", "putBackAt", 1, PUT_BACK_MAX);
        return points(plan).or(() -> compared(plan)).or(() -> measures(plan.measures()));
    }

    private static boolean outside(int value, int least, int most) {
        return value < least || value > most;
    }

    private static Optional<Refusal> points(Plan plan) {
        if (plan.treated().isEmpty() || plan.treated().size() > TREATED_MAX)
            return invalid("treated", "sorting.treated", TREATED_MAX);
        if (plan.estates().size() > ESTATES_MAX) return invalid("treated", "sorting.estates", ESTATES_MAX);
        Set<String> seen = new HashSet<>();
        for (Treated point : plan.treated())
            if (!seen.add(point.point())) return invalid("treated", "sorting.twice", point.label());
        return Optional.empty();
    }

    private static Optional<Refusal> compared(Plan plan) {
        if (outside(plan.compared().size(), COMPARED_MIN, COMPARED_MAX))
            return invalid("compared", "sorting.compared", COMPARED_MIN, COMPARED_MAX);
        Set<String> seen = new HashSet<>(plan.estates());
        for (Compared one : plan.compared()) {
            if (!seen.add(one.estate())) return invalid("compared", "sorting.twice", one.estate());
            boolean isExplained =
                    one.proposed() || (!one.reason().isBlank() && one.reason().length() <= NOTE_CHARACTERS_MAX);
            if (!isExplained) return invalid("compared", "sorting.why-compared", one.estate(), NOTE_CHARACTERS_MAX);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> measures(List<Measured> measures) {
        if (measures.isEmpty()) return invalid("measures", "sorting.measures");
        Set<Measure> seen = new HashSet<>();
        for (Measured one : measures) {
            if (!seen.add(one.measure()))
                return invalid("measures", "sorting.twice", one.measure().id());
            if (!(one.margin() > 0 && one.margin() <= MARGIN_MAX)) return invalid("measures", "sorting.margin");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalid(String field, String code, Object... arguments) {
        return Optional.of(Refusal.invalid(field, code, arguments));
    }

    /** Only before it starts. */
    public static Decision<Trial> change(Trial trial, Plan plan) {
        if (trial.state() != State.PLANNED) return Decision.refused(Refusal.conflict("sorting.fixed"));
        return plan(plan)
                .<Decision<Trial>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(trial.after(plan, State.PLANNED, null)));
    }

    /** Fixes the plan; nobody may fix one whose first day has passed, because then they know how it went. */
    public static Decision<Trial> start(Trial trial, Instant now, LocalDate today) {
        if (trial.state() != State.PLANNED) return Decision.refused(Refusal.conflict("sorting.fixed"));
        if (trial.plan().first().isBefore(today))
            return Decision.refused(
                    Refusal.conflict("sorting.begun-already", trial.plan().first()));
        return plan(trial.plan())
                .<Decision<Trial>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(trial.after(trial.plan(), State.RUNNING, now)));
    }

    /** Something measured that nobody thought of in time; it is marked. */
    public static Decision<Trial> measure(Trial trial, Measure measure, double margin) {
        if (trial.state() != State.RUNNING) return Decision.refused(Refusal.conflict("sorting.not-running"));
        List<Measured> all = new ArrayList<>(trial.plan().measures());
        all.add(new Measured(measure, margin, true));
        return measures(all)
                .<Decision<Trial>>map(Decision::refused)
                .orElseGet(() ->
                        Decision.granted(trial.after(trial.plan().measuring(all), State.RUNNING, trial.startedAt())));
    }

    /** A guide stands at one point again. */
    public static Decision<Trial> putBack(Trial trial, String point, String reason, LocalDate today) {
        Optional<Refusal> wrong = running(trial, reason);
        if (wrong.isPresent()) return Decision.refused(wrong.get());
        Treated treated = trial.plan().point(point).orElse(null);
        if (treated == null) return Decision.refused(Refusal.notFound("sorting.no-point", point));
        if (treated.backOn() != null || treated.startsOn().isAfter(today))
            return Decision.refused(Refusal.conflict("sorting.guide-there", treated.label()));
        List<Treated> points = trial.plan().treated().stream()
                .map(one -> one.point().equals(point) ? one.back(today, reason.strip()) : one)
                .toList();
        return Decision.granted(trial.after(trial.plan().with(points), State.RUNNING, trial.startedAt()));
    }

    /** The guides stay away; not before the days that were chosen are over. */
    public static Decision<Trial> withdraw(Trial trial, String reason, LocalDate today) {
        return running(trial, reason)
                .or(() -> today.isBefore(trial.plan().end())
                        ? Optional.of(Refusal.conflict(
                                "sorting.too-early", trial.plan().end()))
                        : Optional.empty())
                .<Decision<Trial>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(trial.after(trial.plan(), State.WITHDRAWN, trial.startedAt())));
    }

    /** The guides come back everywhere, at any time. */
    public static Decision<Trial> endWithGuides(Trial trial, String reason) {
        return running(trial, reason)
                .<Decision<Trial>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(trial.after(trial.plan(), State.PUT_BACK, trial.startedAt())));
    }

    /** More days after; what is known now is kept beside it. */
    public static Decision<Trial> extend(Trial trial, String reason, int days) {
        Optional<Refusal> wrong = running(trial, reason);
        if (wrong.isPresent()) return Decision.refused(wrong.get());
        int longer = trial.plan().daysAfter() + days;
        if (days < 1 || longer > DAYS_MAX)
            return Decision.refused(Refusal.invalid(
                    "days", "sorting.days-more", DAYS_MAX - trial.plan().daysAfter()));
        return Decision.granted(trial.after(trial.plan().lasting(longer), State.RUNNING, trial.startedAt()));
    }

    /** Before it starts. */
    public static Decision<Trial> drop(Trial trial, String reason) {
        if (trial.state() != State.PLANNED) return Decision.refused(Refusal.conflict("sorting.fixed"));
        return reason(reason)
                .<Decision<Trial>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(trial.after(trial.plan(), State.DROPPED, null)));
    }

    private static Optional<Refusal> running(Trial trial, String reason) {
        if (trial.state() != State.RUNNING) return Optional.of(Refusal.conflict("sorting.not-running"));
        return reason(reason);
    }

    private static Optional<Refusal> reason(String reason) {
        return reason.isBlank() || reason.length() > NOTE_CHARACTERS_MAX
                ? invalid("note", "sorting.why", NOTE_CHARACTERS_MAX)
                : Optional.empty();
    }
}
