package org.yiwang.rounds;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.organisation.Staff;

/** Whoever may see a stop may see its photos. */
@Component
class StopPhotoGuard implements AttachmentGuard {
    static final String KIND = "stop";

    private final StopStore store;

    StopPhotoGuard(StopStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return store.find(staff.tenant(), matter)
                .map(stop -> StopSight.covers(staff, stop))
                .orElse(false);
    }
}
