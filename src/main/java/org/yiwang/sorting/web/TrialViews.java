package org.yiwang.sorting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.sorting.EvaluateTrial;
import org.yiwang.sorting.KeepTrials;
import org.yiwang.sorting.model.Difference;
import org.yiwang.sorting.model.Evaluation;
import org.yiwang.sorting.model.LikeEstates;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.web.EstateViews.AlarmsView;
import org.yiwang.sorting.web.EstateViews.ShareView;

/** Trials as the desk shows them. */
final class TrialViews {
    private TrialViews() {}

    /** @param backOn first day on which a guide stands there again */
    @SchemaName("TrialPoint")
    record TreatedView(
            String point,
            String label,
            String estate,
            LocalDate startsOn,
            @Nullable LocalDate backOn,
            @Nullable String backReason) {}

    /** @param proposed whether the product proposed it; otherwise {@code reason} says why a person chose it */
    @SchemaName("TrialCompared")
    record ComparedView(String estate, boolean proposed, String reason) {}

    /**
     * @param measure correct, beside, overflow or out-of-hours
     * @param margin how much worse is acceptable: points of a hundred of the correct rate, per cent more alarms
     * @param late whether it was added after the beginning
     */
    @SchemaName("TrialMeasure")
    record MeasureView(String measure, double margin, boolean late) {}

    /**
     * @param state planned, running, withdrawn, put-back or dropped
     * @param end first day after those that are compared
     */
    @SchemaName("Trial")
    record TrialView(
            UUID id,
            String title,
            String purpose,
            int daysBefore,
            int daysAfter,
            @Nullable Integer putBackAt,
            String state,
            int seq,
            Instant createdAt,
            @Nullable Instant startedAt,
            LocalDate first,
            LocalDate end,
            List<String> estates,
            List<TreatedView> treated,
            List<ComparedView> compared,
            List<MeasureView> measures) {
        static TrialView of(Trial trial) {
            Trial.Plan plan = trial.plan();
            return new TrialView(
                    trial.id(),
                    plan.title(),
                    plan.purpose(),
                    plan.daysBefore(),
                    plan.daysAfter(),
                    plan.putBackAt(),
                    trial.state().id(),
                    trial.seq(),
                    trial.createdAt(),
                    trial.startedAt(),
                    plan.first(),
                    plan.end(),
                    plan.estates(),
                    plan.treated().stream()
                            .map(one -> new TreatedView(
                                    one.point(),
                                    one.label(),
                                    one.estate(),
                                    one.startsOn(),
                                    one.backOn(),
                                    one.backReason()))
                            .toList(),
                    plan.compared().stream()
                            .map(one -> new ComparedView(one.estate(), one.proposed(), one.reason()))
                            .toList(),
                    plan.measures().stream()
                            .map(one -> new MeasureView(one.measure().id(), one.margin(), one.late()))
                            .toList());
        }
    }

    @SchemaName("TrialList")
    record TrialList(List<TrialView> items) {}

    /**
     * @param value of the correct rate the part of one, of alarms those of a hundred point-days; missing where nothing is known
     * @param sampled bags looked at, or alarms
     */
    @SchemaName("TrialLevel")
    record LevelView(@Nullable Double value, int sampled, int checks, double pointDays) {
        static LevelView of(Evaluation.Level level) {
            return new LevelView(level.value(), level.sampled(), level.checks(), level.pointDays());
        }
    }

    @SchemaName("TrialChange")
    record ChangeView(String estate, boolean treated, LevelView before, LevelView after) {}

    /**
     * @param effect with the bounds: parts of one of the correct rate, of alarms the natural logarithm of the ratio
     * @param low of Student's interval, as {@code high}
     * @param rearrangedLow of the interval by rearrangement, as {@code rearrangedHigh}; missing where it has no bound
     * @param p share of the arrangements at least as extreme
     * @param choices how many sets of estates could have been the treated ones
     */
    @SchemaName("TrialDifference")
    record DifferenceView(
            double effect,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double rearrangedLow,
            @Nullable Double rearrangedHigh,
            double p,
            long choices,
            boolean enoughChoices,
            int treated,
            int compared) {
        static DifferenceView of(Difference one) {
            return new DifferenceView(
                    one.effect(),
                    one.student().low(),
                    one.student().high(),
                    one.rearranged().low(),
                    one.rearranged().high(),
                    one.p(),
                    one.choices(),
                    one.choices() >= Difference.CHOICES_ENOUGH,
                    one.treated(),
                    one.compared());
        }
    }

    /** @param verdict better, holds, not-shown, worse, too-few or no-data */
    @SchemaName("TrialResult")
    record ResultView(
            MeasureView measured, String verdict, @Nullable DifferenceView difference, List<ChangeView> changes) {
        static ResultView of(Evaluation.Result result) {
            Difference difference = result.difference();
            return new ResultView(
                    new MeasureView(
                            result.measured().measure().id(),
                            result.measured().margin(),
                            result.measured().late()),
                    result.verdict().id(),
                    difference == null ? null : DifferenceView.of(difference),
                    result.changes().stream()
                            .map(one -> new ChangeView(
                                    one.estate(), one.treated(), LevelView.of(one.before()), LevelView.of(one.after())))
                            .toList());
        }
    }

    /** @param kind still-running, fewer-checks, put-back, guide-seen, no-devices, silent or added-later */
    @SchemaName("TrialWarning")
    record WarningView(String kind, int number) {}

    @SchemaName("TrialEvaluation")
    record EvaluationView(LocalDate until, boolean complete, List<ResultView> results, List<WarningView> warnings) {
        static EvaluationView of(Evaluation evaluation) {
            return new EvaluationView(
                    evaluation.until(),
                    evaluation.complete(),
                    evaluation.results().stream().map(ResultView::of).toList(),
                    evaluation.warnings().stream()
                            .map(one -> new WarningView(one.kind().id(), one.number()))
                            .toList());
        }
    }

    /**
     * @param action plan, change, start, measure, put-back-point, extend, withdraw, put-back or drop
     * @param known what was known then, where something was decided upon it
     */
    @SchemaName("TrialStep")
    record StepView(
            int seq,
            Instant at,
            String by,
            String action,
            String note,
            @Nullable EvaluationView known) {
        static StepView of(KeepTrials.Taken taken) {
            Evaluation known = taken.known();
            return new StepView(
                    taken.step().seq(),
                    taken.step().at(),
                    taken.step().actorName(),
                    taken.step().action(),
                    taken.step().note(),
                    known == null ? null : EvaluationView.of(known));
        }
    }

    @SchemaName("TrialMonth")
    record MonthView(
            String month,
            ShareView treated,
            ShareView compared,
            List<AlarmsView> treatedAlarms,
            List<AlarmsView> comparedAlarms) {
        static MonthView of(EvaluateTrial.Month month) {
            return new MonthView(
                    month.month().toString(),
                    ShareView.of(month.treated()),
                    ShareView.of(month.compared()),
                    AlarmsView.of(month.treatedAlarms()),
                    AlarmsView.of(month.comparedAlarms()));
        }
    }

    /** @param alarms within seven days; putting the guide back is proposed */
    @SchemaName("TrialAlarmed")
    record AlarmedView(String point, String label, int alarms) {}

    @SchemaName("TrialDetail")
    record TrialDetail(
            TrialView trial,
            List<StepView> steps,
            EvaluationView evaluation,
            List<MonthView> months,
            List<AlarmedView> alarmed) {}

    /** @param distance from the treated estates' mean, in spreads of all estates; missing of a treated one */
    @SchemaName("TrialLikeEstate")
    record LikeView(
            String estate,
            int points,
            @Nullable Integer households,
            ShareView earlier,
            @Nullable Double alarms,
            @Nullable Double distance) {
        static LikeView of(LikeEstates.Facts facts, @Nullable Double distance) {
            return new LikeView(
                    facts.estate(),
                    facts.points(),
                    facts.households(),
                    ShareView.of(facts.earlier()),
                    facts.alarms().isEnough() ? facts.alarms().perHundred() : null,
                    distance);
        }
    }

    /** @param proposed how many of the first are proposed */
    @SchemaName("TrialLikeEstates")
    record LikeList(LocalDate from, LocalDate to, int proposed, List<LikeView> treated, List<LikeView> items) {
        static LikeList of(EvaluateTrial.Proposal proposal) {
            return new LikeList(
                    proposal.earlier().first(),
                    proposal.earlier().last(),
                    LikeEstates.PROPOSED,
                    proposal.treated().stream()
                            .map(one -> LikeView.of(one, null))
                            .toList(),
                    proposal.like().stream()
                            .map(one -> LikeView.of(one.facts(), one.distance()))
                            .toList());
        }
    }
}
