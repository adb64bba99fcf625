package org.yiwang.programme;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.programme.store.ProgrammeStore;

/** Whoever may see a programme may see its papers. */
@Component
class ProgrammePaperGuard implements AttachmentGuard {
    static final String KIND = "programme";

    private final ProgrammeStore store;

    ProgrammePaperGuard(ProgrammeStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return Access.may(staff, Rights.READ) && store.find(staff, matter).isPresent();
    }
}
