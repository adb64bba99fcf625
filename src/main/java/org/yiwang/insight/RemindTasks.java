package org.yiwang.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.platform.Tenant;

/** Reminds of tasks a day before they are due and once they are late; each person once of each. */
@Service
class RemindTasks {
    private static final Duration AHEAD = Duration.ofDays(1);

    private final TaskStore tasks;
    private final TellOwners tell;

    RemindTasks(TaskStore tasks, TellOwners tell) {
        this.tasks = tasks;
        this.tell = tell;
    }

    @Transactional
    public void due(Tenant tenant, Instant now) {
        for (Task task : tasks.inState(tenant, List.of(Task.PROPOSED, "accepted", Task.UNDER_WAY)))
            if (now.isAfter(task.dueAt().minus(AHEAD))) tell.due(tenant, task, now.isAfter(task.dueAt()), now);
    }
}
