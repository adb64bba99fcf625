package org.yiwang.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.organisation.Staff;

/** Whoever may see a case may see its photos. */
@Component
class CasePhotoGuard implements AttachmentGuard {
    private final CaseStore store;

    CasePhotoGuard(CaseStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return store.find(staff.tenant(), matter)
                .map(found -> CaseSight.covers(staff.sight(), found.file()))
                .orElse(false);
    }
}
