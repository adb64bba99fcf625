package org.yiwang.demonstration;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.organisation.Staff;

/** The drawings of the demonstration show nobody and nothing real: all staff may see them. */
@Component
class DrawingGuard implements AttachmentGuard {
    static final String KIND = "drawing";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return true;
    }
}
