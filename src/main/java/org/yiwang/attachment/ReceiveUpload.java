package org.yiwang.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;

/** Takes a file in: finds out what it is, makes it safe, keeps it. */
@Component
class ReceiveUpload {
    private static final int AT_ONCE_MAX = 2;
    private static final long WAIT_SECONDS_MAX = 20;

    /** Where the bytes come from; read only once there is room for them. */
    interface Source {
        byte[] read() throws IOException;
    }

    private final AttachmentFiles files;
    private final AttachmentStore store;
    private final Ids ids;
    private final Clock clock;
    // A decoded photo takes up to 100 MB; more than two at a time would endanger everybody's work.
    private final Semaphore room = new Semaphore(AT_ONCE_MAX, true);

    ReceiveUpload(AttachmentFiles files, AttachmentStore store, Ids ids, Clock clock) {
        this.files = files;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    Attachment receive(Tenant tenant, Uploader uploader, String name, Source source) throws InterruptedException {
        if (!room.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS))
            throw Refusal.refuse(Refusal.Kind.UNAVAILABLE, "attachment.busy").exception();
        try {
            return keep(tenant, uploader, CleanFile.of(source.read(), name));
        } catch (IOException e) {
            throw new UncheckedIOException("An upload could not be kept", e);
        } finally {
            room.release();
        }
    }

    private Attachment keep(Tenant tenant, Uploader uploader, CleanFile file) throws IOException {
        Attachment attachment = file.attachment(ids.next());
        UUID id = attachment.id();
        Hash hash = Hash.of(Sm3.hash(file.bytes()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        files.begin(id);
        try {
            files.write(files.original(id), file.bytes());
            Picture picture = file.picture();
            if (picture != null) files.write(files.thumbnail(id), picture.thumbnail());
            store.add(tenant, new AttachmentStore.Owned(attachment, uploader, hash), file.original(), now);
        } catch (IOException | RuntimeException e) {
            files.delete(id);
            throw e;
        }
        files.end(id);
        return attachment;
    }
}
