package org.yiwang.attachment;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {
    private final ReceiveUpload receive;
    private final Attachments attachments;
    private final AttachmentDownload download;

    AttachmentController(ReceiveUpload receive, Attachments attachments, AttachmentDownload download) {
        this.receive = receive;
        this.attachments = attachments;
        this.download = download;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Attachment> upload(Staff staff, @RequestPart MultipartFile file) throws InterruptedException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Attachment fresh = receive.receive(staff.tenant(), Uploader.of(staff), name, file::getBytes);
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + fresh.id()))
                .body(fresh);
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> original(Staff staff, @PathVariable UUID id) {
        return download.original(staff.tenant(), seen(staff, id));
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(Staff staff, @PathVariable UUID id) {
        return download.thumbnail(staff.tenant(), seen(staff, id));
    }

    /** What a person may not see does not exist for that person. */
    private UUID seen(Staff staff, UUID id) {
        if (!attachments.visible(staff, id))
            throw Refusal.notFound("attachment.not-found").exception();
        return id;
    }
}
