package org.yiwang.lists;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.lists.store.SpecialStore;
import org.yiwang.organisation.Staff;

/** Whoever may see what was found at a check may see its photos. */
@Component
class CheckPhotoGuard implements AttachmentGuard {
    static final String KIND = "list-check";

    private final SpecialStore store;

    CheckPhotoGuard(SpecialStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return !staff.isOutside()
                && store.check(staff.tenant(), matter)
                        .map(check -> CheckSight.covers(staff, check))
                        .orElse(false);
    }
}
