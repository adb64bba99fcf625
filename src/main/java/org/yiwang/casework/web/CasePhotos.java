package org.yiwang.casework.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.Attachment;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Makes evidence of uploaded photos, and ties them to the case that they end up on. */
@Component
class CasePhotos {
    static final String KIND = "case";

    private final Attachments attachments;

    CasePhotos(Attachments attachments) {
        this.attachments = attachments;
    }

    List<Evidence> evidence(Tenant tenant, Actor actor, @Nullable List<ActionBody.Photo> handed) {
        if (handed == null || handed.isEmpty()) return List.of();
        if (handed.stream().anyMatch(photo -> photo == null || photo.id() == null))
            throw Refusal.invalid("attachments", "attachment.unknown").exception();
        List<Attachment> found = attachments.check(
                tenant, handed.stream().map(ActionBody.Photo::id).toList(), uploader(actor));
        return handed.stream().map(photo -> evidence(photo, found)).toList();
    }

    /** The case now carries this evidence; who may see the case may see it. */
    void tie(CaseFile file, List<Evidence> evidence) {
        attachments.link(file.tenant(), evidence.stream().map(Evidence::id).toList(), KIND, file.id());
    }

    private static Evidence evidence(ActionBody.Photo photo, List<Attachment> found) {
        Attachment attachment = found.stream()
                .filter(one -> one.id().equals(photo.id()))
                .findFirst()
                .orElseThrow();
        EvidenceKind kind = Objects.requireNonNullElse(photo.kind(), EvidenceKind.OTHER);
        return new Evidence(photo.id(), kind, attachment.contentType(), attachment.name());
    }

    private static Uploader uploader(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF ? new Uploader("staff", actor.id()) : Uploader.RESIDENT;
    }
}
