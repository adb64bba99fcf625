package org.yiwang.insight;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.model.TaskFlow.Rule;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** Prevention tasks that a person may see, and what the person may do with each. */
@Service
public class ViewTasks {
    private final TaskStore tasks;
    private final TaskFlows flows;

    ViewTasks(TaskStore tasks, TaskFlows flows) {
        this.tasks = tasks;
        this.flows = flows;
    }

    /** @param own only what the own unit has to do */
    public List<Task> list(Staff staff, boolean own, int limit) {
        return tasks.list(staff, own, limit);
    }

    /** What is done to prevent more cases like this one. */
    public List<Task> about(Staff staff, UUID one, int limit) {
        return tasks.about(staff, one, limit);
    }

    public Task one(Staff staff, UUID id) {
        return tasks.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("insight.no-task").exception());
    }

    public List<Task.Step> steps(Staff staff, Task task) {
        return tasks.steps(staff.tenant(), task.id());
    }

    public List<Rule> open(Staff staff, Task task) {
        return flows.flow().open(task.state(), TaskFlows.relations(staff, task));
    }
}
