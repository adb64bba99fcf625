package org.yiwang.attachment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Answers with an attachment's bytes. Whoever calls this has made sure that the caller may see it. */
@Component
public class AttachmentDownload {
    // Short, because a right to see may be taken back.
    private static final Duration CACHED_MAX = Duration.ofMinutes(5);

    private final AttachmentStore store;
    private final AttachmentFiles files;

    AttachmentDownload(AttachmentStore store, AttachmentFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Pictures to be looked at in place, documents to be saved. */
    public ResponseEntity<Resource> original(Tenant tenant, UUID id) {
        AttachmentStore.Owned owned = find(tenant, id);
        Attachment attachment = owned.attachment();
        boolean document = attachment.contentType().equals(FileKind.PDF.contentType());
        ContentDisposition how = (document ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return answer(files.original(id), attachment.contentType(), owned.hash().hex(), how);
    }

    public ResponseEntity<Resource> thumbnail(Tenant tenant, UUID id) {
        AttachmentStore.Owned owned = find(tenant, id);
        if (owned.attachment().width() == null)
            throw Refusal.notFound("attachment.no-thumbnail").exception();
        return answer(
                files.thumbnail(id),
                FileKind.JPEG.contentType(),
                "t" + owned.hash().hex(),
                ContentDisposition.inline().build());
    }

    private AttachmentStore.Owned find(Tenant tenant, UUID id) {
        return store.find(tenant, id)
                .filter(owned -> Files.exists(files.original(id)))
                .orElseThrow(() -> Refusal.notFound("attachment.not-found").exception());
    }

    private static ResponseEntity<Resource> answer(Path file, String type, String tag, ContentDisposition how) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(CACHED_MAX).cachePrivate())
                .header("Content-Disposition", how.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new FileSystemResource(file));
    }
}
