package org.yiwang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.insight.model.Effect;
import org.yiwang.insight.model.MeasureEffect;
import org.yiwang.insight.model.Occurrence;
import org.yiwang.insight.model.Series;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.platform.Tenant;

/** Measures what a measure did, for good when its day has come, and as it looks so far before that. */
@Service
public class EvaluateTasks {
    private static final String CLOCK = "clock";

    private final TaskStore tasks;
    private final ReadOccurrences read;
    private final TellOwners tell;

    EvaluateTasks(TaskStore tasks, ReadOccurrences read, TellOwners tell) {
        this.tasks = tasks;
        this.read = read;
        this.tell = tell;
    }

    /** Weekly counts around a measure, the week in which it began first among those after. */
    public record Weeks(LocalDate first, List<Integer> target, List<Integer> compared) {}

    /** Evaluates what is to be evaluated on this day or before. */
    @Transactional
    public void due(Tenant tenant, LocalDate day, Instant now) {
        for (Task task : tasks.inState(tenant, List.of(Task.DONE)))
            if (!task.evaluateOn().isAfter(day)) evaluate(tenant, task, now);
    }

    private void evaluate(Tenant tenant, Task task, Instant now) {
        Optional<Effect> effect = soFar(tenant, task, task.evaluateOn().minusDays(1));
        if (effect.isEmpty()) return;
        Task.Step step = new Task.Step(
                task.seq() + 1, now, null, CLOCK, "evaluate", task.state(), Task.EVALUATED, "", List.of());
        Task after = task.after(step, task.evaluateOn()).with(effect.get());
        if (tasks.step(tenant, after, step)) tell.evaluated(tenant, after, now);
    }

    /** Empty before the measure has gone on for two weeks. */
    public Optional<Effect> soFar(Tenant tenant, Task task, LocalDate until) {
        LocalDate begun = task.begunOn();
        if (begun == null) return Optional.empty();
        List<Occurrence> cases = read.between(tenant, begun.minusWeeks(MeasureEffect.WEEKS_MAX), until);
        return new MeasureEffect(read.ground(tenant)).of(task, begun, until, cases);
    }

    /** Twelve weeks before the measure, or before today where it has not begun, and those since. */
    public Weeks weeks(Tenant tenant, Task task, LocalDate today) {
        LocalDate begun = task.begunOn() == null ? today : task.begunOn();
        LocalDate first = begun.minusWeeks(MeasureEffect.WEEKS_MAX);
        List<Occurrence> cases = read.between(tenant, first, today).stream()
                .filter(one -> one.category().equals(task.category()))
                .toList();
        LocalDate end = task.effect() == null ? today : task.evaluateOn();
        int weeks = MeasureEffect.WEEKS_MAX
                + (int) Math.min(MeasureEffect.WEEKS_MAX, Math.max(0, ChronoUnit.DAYS.between(begun, end) / 7));
        MeasureEffect count = new MeasureEffect(read.ground(tenant));
        return new Weeks(
                first,
                Series.boxed(count.weeks(cases, task.cells(), first, weeks)),
                Series.boxed(count.weeks(cases, task.compared(), first, weeks)));
    }
}
