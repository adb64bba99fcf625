package org.yiwang.casework.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Makes evidence of uploaded photos; a photo that was not uploaded is refused. */
@Component
class CasePhotos {
    Evidence evidence(Tenant tenant, UUID id, EvidenceKind kind) {
        throw Refusal.invalid("attachments", "case.unknown-photo").exception();
    }
}
