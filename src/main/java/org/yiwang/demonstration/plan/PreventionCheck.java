package org.yiwang.demonstration.plan;

import java.util.Set;
import java.util.function.BiConsumer;
import org.yiwang.demonstration.plan.YearPlan.Gathering;
import org.yiwang.demonstration.plan.YearPlan.PlannedTask;
import org.yiwang.demonstration.plan.YearPlan.Prevention;

/** Whether what clusters, and what was done about it, can be played. */
final class PreventionCheck {
    private static final String AT = "/prevention";

    private final Prevention prevention;
    private final Set<String> categories;
    private final BiConsumer<String, String> fault;

    PreventionCheck(Prevention prevention, Set<String> categories, BiConsumer<String, String> fault) {
        this.prevention = prevention;
        this.categories = categories;
        this.fault = fault;
    }

    void run() {
        for (int i = 0; i < prevention.gatherings().size(); i++)
            gathering(AT + "/gatherings/" + i, prevention.gatherings().get(i));
        for (int i = 0; i < prevention.tasks().size(); i++)
            task(AT + "/tasks/" + i, prevention.tasks().get(i));
    }

    private void gathering(String at, Gathering gathering) {
        for (String code : gathering.categories())
            if (!categories.contains(code))
                fault.accept(
                        at + "/categories", "has no category %s. Write one that a package declares.".formatted(code));
        if (gathering.share() < 0 || gathering.share() > 100)
            fault.accept(at + "/share", "is a share in per cent. Write 0 to 100.");
        if (gathering.to().isBefore(gathering.from()))
            fault.accept(at + "/to", "lies before its beginning. Exchange the days.");
    }

    private void task(String at, PlannedTask task) {
        if (prevention.gatherings().stream().noneMatch(one -> one.name().equals(task.gathering())))
            fault.accept(at + "/gathering", "is no gathering. Write the name of one above.");
        boolean inOrder = !task.begun().isBefore(task.proposed())
                && !task.reported().isBefore(task.begun())
                && task.evaluated().isAfter(task.reported());
        if (!inOrder) fault.accept(at, "is not in the order proposed, begun, reported, evaluated. Correct the days.");
    }
}
