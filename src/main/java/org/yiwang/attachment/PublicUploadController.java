package org.yiwang.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.platform.Tenant;

/** Uploads of residents, before there is a report that they belong to. */
@RestController
class PublicUploadController {
    private final ReceiveUpload receive;
    private final UploadThrottle throttle;
    private final Tenant own;

    PublicUploadController(ReceiveUpload receive, UploadThrottle throttle, @Value("${yiwang.tenant}") int own) {
        this.receive = receive;
        this.throttle = throttle;
        this.own = new Tenant(own);
    }

    @PostMapping(path = "/api/v1/public/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment upload(@RequestPart MultipartFile file, HttpServletRequest request) throws InterruptedException {
        throttle.admit(request.getRemoteAddr());
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return receive.receive(own, Uploader.RESIDENT, name, file::getBytes);
    }
}
