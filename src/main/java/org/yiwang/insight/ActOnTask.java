package org.yiwang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.model.TaskFlow.Rule;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** Takes a step of a prevention task: in charge of it, at work on it, done with it, or given up. */
@Service
public class ActOnTask {
    private final TaskStore tasks;
    private final TaskFlows flows;
    private final Attachments attachments;

    ActOnTask(TaskStore tasks, TaskFlows flows, Attachments attachments) {
        this.tasks = tasks;
        this.flows = flows;
        this.attachments = attachments;
    }

    /**
     * @param seq number of the last step that the person saw
     * @throws org.yiwang.platform.RefusedException when the step is not possible now, not the person's, lacks something, or somebody was faster
     */
    @Transactional
    public Task act(Staff staff, UUID id, String action, int seq, String note, List<UUID> photos, Instant now) {
        Task task = tasks.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("insight.no-task").exception());
        Rule rule = flows.flow()
                .decide(task.state(), action, TaskFlows.relations(staff, task), note, photos.size())
                .orThrow();
        if (task.seq() != seq) throw Refusal.conflict("insight.moved-on").exception();
        attachments.check(staff.tenant(), photos, Uploader.of(staff));
        Task.Step step = new Task.Step(
                task.seq() + 1, now, staff.id(), staff.name(), action, task.state(), rule.to(), note.strip(), photos);
        Task after = task.after(step, LocalDate.ofInstant(now, WorkCalendar.ZONE));
        if (!tasks.step(staff.tenant(), after, step))
            throw Refusal.conflict("insight.moved-on").exception();
        attachments.link(staff.tenant(), photos, TaskPhotoGuard.KIND, task.id());
        return after;
    }
}
