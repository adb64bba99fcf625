package org.yiwang.insight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.insight.ActOnTask;
import org.yiwang.insight.EvaluateTasks;
import org.yiwang.insight.ProposeTask;
import org.yiwang.insight.ProposeTask.NewTask;
import org.yiwang.insight.ViewTasks;
import org.yiwang.insight.model.Effect;
import org.yiwang.insight.model.MeasureEffect;
import org.yiwang.insight.model.Task;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.worktime.WorkCalendar;

/** Prevention tasks, from the proposal to what they did. */
@RestController
@RequestMapping("/api/v1/prevention")
class PreventionController {
    private static final int CELLS_MAX = 100;
    private static final int PHOTOS_MAX = 20;
    private static final int LIST_MAX = 200;

    /** @param verdict fewer, not-shown or more */
    @SchemaName("PreventionEffect")
    record EffectView(
            String verdict,
            double ratio,
            double low,
            double high,
            double dispersion,
            int targetBefore,
            int targetAfter,
            int comparedBefore,
            int comparedAfter) {
        static EffectView of(Effect effect) {
            return new EffectView(
                    effect.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    effect.ratio(),
                    effect.low(),
                    effect.high(),
                    effect.dispersion(),
                    effect.targetBefore(),
                    effect.targetAfter(),
                    effect.comparedBefore(),
                    effect.comparedAfter());
        }
    }

    /**
     * @param state proposed, accepted, under-way, done, evaluated or dropped
     * @param late whether its limit has passed and it is not done
     * @param effect once it is evaluated
     */
    @SchemaName("PreventionTask")
    record TaskView(
            UUID id,
            UUID finding,
            String category,
            String state,
            int seq,
            String hypothesis,
            String measure,
            String unit,
            @Nullable UUID person,
            @Nullable String personName,
            List<String> cells,
            List<String> compared,
            Instant proposedAt,
            int limitDays,
            Instant dueAt,
            boolean late,
            @Nullable LocalDate begunOn,
            LocalDate evaluateOn,
            @Nullable EffectView effect) {
        static TaskView of(Task task, Instant now) {
            boolean isOpen = !List.of(Task.DONE, Task.EVALUATED, Task.DROPPED).contains(task.state());
            return new TaskView(
                    task.id(),
                    task.finding(),
                    task.category(),
                    task.state(),
                    task.seq(),
                    task.hypothesis(),
                    task.measure(),
                    task.unit(),
                    task.person(),
                    task.personName(),
                    task.cells(),
                    task.compared(),
                    task.proposedAt(),
                    task.limitDays(),
                    task.dueAt(),
                    isOpen && now.isAfter(task.dueAt()),
                    task.begunOn(),
                    task.evaluateOn(),
                    task.effect() == null ? null : EffectView.of(task.effect()));
        }
    }

    @SchemaName("PreventionTaskList")
    record TaskList(List<TaskView> items) {}

    /** @param action propose, accept, decline, begin, report, evaluate or drop */
    @SchemaName("PreventionStep")
    record StepView(int seq, Instant at, String by, String action, String state, String note, List<UUID> photos) {}

    /** @param needs of note and photos */
    @SchemaName("PreventionAction")
    record ActionView(String action, List<String> needs) {}

    /** @param begun how many of the weeks lie before the measure */
    @SchemaName("PreventionWeeks")
    record WeeksView(LocalDate first, int begun, List<Integer> target, List<Integer> compared) {}

    /** @param soFar the effect as it looks now, where it is not evaluated and two weeks have passed */
    @SchemaName("PreventionTaskDetail")
    record TaskDetail(
            TaskView task,
            List<StepView> steps,
            List<ActionView> actions,
            WeeksView weeks,
            @Nullable EffectView soFar) {}

    record ProposePreventionTask(
            @Nullable UUID finding,
            @Nullable String hypothesis,
            @Nullable String measure,
            @Nullable String unit,
            @Nullable UUID person,
            @Nullable Integer limitDays,
            @Nullable LocalDate evaluateOn,
            @Nullable List<@Nullable String> cells,
            @Nullable List<@Nullable String> compared) {}

    record ActOnPreventionTask(
            @Nullable Integer seq,
            @Nullable String note,
            @Nullable List<@Nullable UUID> photos) {}

    @SchemaName("PreventionComparison")
    record ComparisonView(List<String> cells) {}

    private final ProposeTask propose;
    private final ActOnTask act;
    private final ViewTasks view;
    private final EvaluateTasks evaluate;
    private final Clock clock;

    PreventionController(ProposeTask propose, ActOnTask act, ViewTasks view, EvaluateTasks evaluate, Clock clock) {
        this.propose = propose;
        this.act = act;
        this.view = view;
        this.evaluate = evaluate;
        this.clock = clock;
    }

    /**
     * @param own only what one's own unit has to do
     * @param about a case: only what is done to prevent more like it
     */
    @GetMapping("/tasks")
    TaskList tasks(Staff staff, @RequestParam(defaultValue = "false") boolean own, @RequestParam @Nullable UUID about) {
        Instant now = clock.instant();
        List<Task> tasks = about == null ? view.list(staff, own, LIST_MAX) : view.about(staff, about, LIST_MAX);
        return new TaskList(tasks.stream().map(task -> TaskView.of(task, now)).toList());
    }

    @GetMapping("/tasks/{id}")
    TaskDetail task(Staff staff, @PathVariable UUID id) {
        return detail(staff, view.one(staff, id));
    }

    @Needs("prevention.propose")
    @GetMapping("/comparison")
    ComparisonView comparison(Staff staff, @RequestParam UUID finding, @RequestParam List<String> cells) {
        if (cells.size() > CELLS_MAX)
            throw Refusal.invalid("cells", "insight.bad-cells", "").exception();
        return new ComparisonView(propose.comparison(staff, finding, cells, today()));
    }

    @Needs("prevention.propose")
    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    TaskDetail propose(Staff staff, @RequestBody ProposePreventionTask wanted) {
        NewTask task = new NewTask(
                given(wanted.finding(), "finding"),
                Objects.requireNonNullElse(wanted.hypothesis(), ""),
                Objects.requireNonNullElse(wanted.measure(), ""),
                Objects.requireNonNullElse(wanted.unit(), ""),
                wanted.person(),
                Objects.requireNonNullElse(wanted.limitDays(), 0),
                given(wanted.evaluateOn(), "evaluateOn"),
                whole(wanted.cells(), "cells"),
                whole(wanted.compared(), "compared"));
        return detail(staff, propose.propose(staff, task, clock.instant()));
    }

    @PostMapping("/tasks/{id}/actions/{action}")
    TaskDetail act(
            Staff staff, @PathVariable UUID id, @PathVariable String action, @RequestBody ActOnPreventionTask step) {
        List<UUID> photos = whole(step.photos(), "photos");
        if (photos.size() > PHOTOS_MAX)
            throw Refusal.invalid("photos", "attachment.too-many", PHOTOS_MAX).exception();
        Task after = act.act(
                staff,
                id,
                action,
                Objects.requireNonNullElse(step.seq(), 0),
                Objects.requireNonNullElse(step.note(), ""),
                photos,
                clock.instant());
        return detail(staff, after);
    }

    private TaskDetail detail(Staff staff, Task task) {
        EvaluateTasks.Weeks weeks = evaluate.weeks(staff.tenant(), task, today());
        Optional<Effect> soFar =
                task.effect() == null ? evaluate.soFar(staff.tenant(), task, today().minusDays(1)) : Optional.empty();
        return new TaskDetail(
                TaskView.of(task, clock.instant()),
                view.steps(staff, task).stream().map(PreventionController::step).toList(),
                view.open(staff, task).stream()
                        .map(rule -> new ActionView(rule.action(), rule.needs()))
                        .toList(),
                new WeeksView(weeks.first(), MeasureEffect.WEEKS_MAX, weeks.target(), weeks.compared()),
                soFar.map(EffectView::of).orElse(null));
    }

    private static StepView step(Task.Step step) {
        return new StepView(
                step.seq(), step.at(), step.actorName(), step.action(), step.to(), step.note(), step.photos());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null)
            throw Refusal.invalid(field, "case.field-missing", field).exception();
        return value;
    }

    private static <T> List<T> whole(@Nullable List<@Nullable T> list, String field) {
        if (list == null) return List.of();
        return list.stream().map(one -> given(one, field)).toList();
    }
}
