package org.yiwang.sorting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.Needs;
import org.yiwang.sorting.EvaluateTrial;
import org.yiwang.sorting.KeepTrials;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.Treated;
import org.yiwang.sorting.web.TrialViews.AlarmedView;
import org.yiwang.sorting.web.TrialViews.EvaluationView;
import org.yiwang.sorting.web.TrialViews.LikeList;
import org.yiwang.sorting.web.TrialViews.MonthView;
import org.yiwang.sorting.web.TrialViews.StepView;
import org.yiwang.sorting.web.TrialViews.TrialDetail;
import org.yiwang.sorting.web.TrialViews.TrialList;
import org.yiwang.sorting.web.TrialViews.TrialView;

/** Trials of the withdrawal of on-site guides. */
@RestController
@RequestMapping("/api/v1/sorting/trials")
class TrialController {
    private static final int ROWS_MAX = 200;
    private static final int ESTATES_MAX = 20;
    private static final LocalDate DAY_MIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2100, 1, 1);

    /** @param startsOn first day without a guide */
    record TrialPointChosen(
            @Nullable String point, @Nullable LocalDate startsOn) {}

    record TrialEstateChosen(
            @Nullable String estate,
            @Nullable Boolean proposed,
            @Nullable String reason) {}

    record TrialMeasureChosen(
            @Nullable String measure, @Nullable Double margin) {}

    /** @param seq of the last step that the person saw; only to change a plan */
    record PlanTrial(
            @Nullable Integer seq,
            @Nullable String title,
            @Nullable String purpose,
            @Nullable Integer daysBefore,
            @Nullable Integer daysAfter,
            @Nullable Integer putBackAt,
            @Nullable List<@Nullable TrialPointChosen> treated,
            @Nullable List<@Nullable TrialEstateChosen> compared,
            @Nullable List<@Nullable TrialMeasureChosen> measures) {}

    /**
     * @param point to put a guide back at one point
     * @param days more, to extend
     * @param measure with {@code margin}, to add one
     */
    record ActOnTrial(
            @Nullable Integer seq,
            @Nullable String note,
            @Nullable String point,
            @Nullable Integer days,
            @Nullable String measure,
            @Nullable Double margin) {}

    private final KeepTrials trials;
    private final EvaluateTrial evaluate;
    private final Clock clock;

    TrialController(KeepTrials trials, EvaluateTrial evaluate, Clock clock) {
        this.trials = trials;
        this.evaluate = evaluate;
        this.clock = clock;
    }

    @Needs("sorting.read")
    @GetMapping
    TrialList trials(Staff staff) {
        return new TrialList(trials.list(staff).stream().map(TrialView::of).toList());
    }

    @Needs("sorting.read")
    @GetMapping("/{id}")
    TrialDetail trial(Staff staff, @PathVariable UUID id) {
        return detail(staff, trials.one(staff, id));
    }

    /** @param start first day of the trial; the days by which estates are chosen lie before those that it compares */
    @Needs("sorting.try")
    @GetMapping("/like")
    LikeList like(
            Staff staff,
            @RequestParam List<String> estates,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate start,
            @RequestParam int daysBefore) {
        if (estates.size() > ESTATES_MAX)
            throw Refusal.invalid("estates", "sorting.estates", ESTATES_MAX).exception();
        if (daysBefore < 1 || daysBefore > 366)
            throw Refusal.invalid("daysBefore", "request.out-of-range", "daysBefore", 1, 366)
                    .exception();
        return LikeList.of(evaluate.like(staff.tenant(), estates, day(start, "start"), daysBefore, clock.instant()));
    }

    @Needs("sorting.try")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TrialDetail plan(Staff staff, @RequestBody PlanTrial wanted) {
        return detail(staff, trials.plan(staff, read(wanted), clock.instant()));
    }

    @Needs("sorting.try")
    @PutMapping("/{id}")
    TrialDetail change(Staff staff, @PathVariable UUID id, @RequestBody PlanTrial wanted) {
        return detail(
                staff,
                trials.change(staff, id, Objects.requireNonNullElse(wanted.seq(), 0), read(wanted), clock.instant()));
    }

    /** @param action start, measure, put-back-point, extend, withdraw, put-back or drop */
    @Needs("sorting.try")
    @PostMapping("/{id}/actions/{action}")
    TrialDetail act(Staff staff, @PathVariable UUID id, @PathVariable String action, @RequestBody ActOnTrial given) {
        int seq = Objects.requireNonNullElse(given.seq(), 0);
        String note = Objects.requireNonNullElse(given.note(), "");
        var now = clock.instant();
        Trial after =
                switch (action) {
                    case "start" -> trials.start(staff, id, seq, now);
                    case "measure" ->
                        trials.measure(
                                staff,
                                id,
                                seq,
                                measure(given.measure()),
                                Objects.requireNonNullElse(given.margin(), 0.0),
                                now);
                    case "put-back-point" -> trials.putBack(staff, id, seq, given(given.point(), "point"), note, now);
                    case "extend" ->
                        trials.extend(staff, id, seq, Objects.requireNonNullElse(given.days(), 0), note, now);
                    case "withdraw" -> trials.withdraw(staff, id, seq, note, now);
                    case "put-back" -> trials.endWithGuides(staff, id, seq, note, now);
                    case "drop" -> trials.drop(staff, id, seq, note, now);
                    default ->
                        throw Refusal.notFound("sorting.no-action", action).exception();
                };
        return detail(staff, after);
    }

    private TrialDetail detail(Staff staff, Trial trial) {
        EvaluateTrial.Look look = evaluate.look(staff.tenant(), trial, clock.instant());
        return new TrialDetail(
                TrialView.of(trial),
                trials.steps(staff, trial).stream().map(StepView::of).toList(),
                EvaluationView.of(look.evaluation()),
                look.months().stream().map(MonthView::of).toList(),
                look.alarmed().stream()
                        .map(one -> new AlarmedView(one.point(), one.label(), one.alarms()))
                        .toList());
    }

    private static Plan read(PlanTrial wanted) {
        return new Plan(
                Objects.requireNonNullElse(wanted.title(), "").strip(),
                Objects.requireNonNullElse(wanted.purpose(), "").strip(),
                Objects.requireNonNullElse(wanted.daysBefore(), 0),
                Objects.requireNonNullElse(wanted.daysAfter(), 0),
                wanted.putBackAt(),
                rows(wanted.treated(), "treated").stream()
                        .map(TrialController::treated)
                        .toList(),
                rows(wanted.compared(), "compared").stream()
                        .map(TrialController::compared)
                        .toList(),
                rows(wanted.measures(), "measures").stream()
                        .map(one -> new Measured(
                                measure(one.measure()), Objects.requireNonNullElse(one.margin(), 0.0), false))
                        .toList());
    }

    private static Treated treated(TrialPointChosen one) {
        LocalDate start = day(given(one.startsOn(), "startsOn"), "startsOn");
        return new Treated(given(one.point(), "point"), "", "", start, null, null);
    }

    private static Compared compared(TrialEstateChosen one) {
        return new Compared(
                given(one.estate(), "estate"),
                Objects.requireNonNullElse(one.proposed(), false),
                Objects.requireNonNullElse(one.reason(), "").strip());
    }

    private static LocalDate day(LocalDate day, String field) {
        if (day.isBefore(DAY_MIN) || day.isAfter(DAY_MAX))
            throw Refusal.invalid(field, "request.out-of-range", field, DAY_MIN, DAY_MAX)
                    .exception();
        return day;
    }

    private static Measure measure(@Nullable String id) {
        return Measure.of(given(id, "measure"))
                .orElseThrow(() -> Refusal.invalid("measure", "request.wrong-value", "measure")
                        .exception());
    }

    private static <T> List<T> rows(@Nullable List<@Nullable T> rows, String field) {
        if (rows == null) return List.of();
        if (rows.size() > ROWS_MAX)
            throw Refusal.invalid(field, "request.out-of-range", field, 0, ROWS_MAX)
                    .exception();
        return rows.stream().map(one -> given(one, field)).toList();
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null)
            throw Refusal.invalid(field, "case.field-missing", field).exception();
        return value;
    }
}
