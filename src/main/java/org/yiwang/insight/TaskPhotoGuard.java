package org.yiwang.insight;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.organisation.Staff;

/** Whoever may see a prevention task may see its photos. */
@Component
class TaskPhotoGuard implements AttachmentGuard {
    static final String KIND = "prevention-task";

    private final TaskStore tasks;

    TaskPhotoGuard(TaskStore tasks) {
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return tasks.find(staff, matter).isPresent();
    }
}
