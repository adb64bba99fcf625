package org.yiwang.casework.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.attachment.AttachmentDownload;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.platform.Refusal;

/** The photos of a case for whoever holds one of its private links; no other attachment opens with it. */
@RestController
@RequestMapping("/api/v1/public/reports/{token}/attachments/{id}")
class PublicPhotoController {
    private final ReportStore reporters;
    private final CaseStore store;
    private final AttachmentDownload download;

    PublicPhotoController(ReportStore reporters, CaseStore store, AttachmentDownload download) {
        this.reporters = reporters;
        this.store = store;
        this.download = download;
    }

    @GetMapping
    ResponseEntity<Resource> original(@PathVariable String token, @PathVariable UUID id) {
        return download.original(link(token, id).tenant(), id);
    }

    @GetMapping("/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable String token, @PathVariable UUID id) {
        return download.thumbnail(link(token, id).tenant(), id);
    }

    private ReportStore.Link link(String token, UUID id) {
        ReportStore.Link link = reporters.find(token).orElseThrow(() -> Refusal.notFound("case.no-link")
                .exception());
        boolean shown = store.find(link.tenant(), link.caseId()).stream()
                .flatMap(found -> found.file().notes().evidence().stream())
                .map(Evidence::id)
                .anyMatch(id::equals);
        if (!shown) throw Refusal.notFound("attachment.not-found").exception();
        return link;
    }
}
