package org.yiwang.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** For modules whose matters have attachments. */
@Component
public class Attachments {
    public static final int PER_CALL_MAX = 20;

    /**
     * What is kept of an attachment, for documents that a module writes itself.
     *
     * @param hash SM3 of the bytes
     */
    public record Kept(Attachment attachment, String hash) {}

    private final AttachmentStore store;
    private final AttachmentFiles files;
    private final ReceiveUpload upload;
    private final Map<String, AttachmentGuard> guards;

    Attachments(AttachmentStore store, AttachmentFiles files, ReceiveUpload upload, List<AttachmentGuard> guards) {
        this.store = store;
        this.files = files;
        this.upload = upload;
        this.guards = guards.stream().collect(Collectors.toMap(AttachmentGuard::kind, Function.identity()));
    }

    /**
     * The attachments with these ids, in this order.
     *
     * @throws org.yiwang.platform.RefusedException when one of them does not exist, was uploaded by somebody else, or, being a resident's, belongs to
     *     something already
     */
    public List<Attachment> check(Tenant tenant, Collection<UUID> ids, Uploader uploader) {
        if (ids.size() > PER_CALL_MAX)
            throw Refusal.invalid("attachments", "attachment.too-many", PER_CALL_MAX)
                    .exception();
        List<Attachment> found = new ArrayList<>();
        for (UUID id : ids) {
            found.add(store.find(tenant, id)
                    .filter(owned -> owned.owner().equals(uploader))
                    .filter(owned -> !uploader.equals(Uploader.RESIDENT)
                            || store.links(tenant, id).isEmpty())
                    .map(AttachmentStore.Owned::attachment)
                    .orElseThrow(() ->
                            Refusal.invalid("attachments", "attachment.unknown").exception()));
        }
        return found;
    }

    /** Takes in a file that a module made itself, as carefully as one that a person uploads. */
    public Attachment add(Tenant tenant, Uploader owner, String name, byte[] content) {
        try {
            return upload.receive(tenant, owner, name, () -> content);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before " + name + " was kept", e);
        }
    }

    /** Ties the attachments to a matter in the caller's transaction; from then on the module's {@link AttachmentGuard} says who sees them. */
    public void link(Tenant tenant, Collection<UUID> ids, String kind, UUID matter) {
        if (!ids.isEmpty()) store.link(tenant, ids, new AttachmentStore.Link(kind, matter));
    }

    /** Everything that is tied to the matter, oldest first. */
    public List<Attachment> of(Tenant tenant, String kind, UUID matter) {
        return store.of(tenant, new AttachmentStore.Link(kind, matter));
    }

    /** Whoever calls this has made sure that it may be seen. */
    public Optional<Kept> kept(Tenant tenant, UUID id) {
        return store.find(tenant, id)
                .map(owned -> new Kept(owned.attachment(), owned.hash().hex()));
    }

    /** A picture of at most 480 pixels as JPEG; empty for documents. Whoever calls this has made sure that it may be seen. */
    public Optional<byte[]> small(Tenant tenant, UUID id) {
        Path file = files.thumbnail(id);
        if (store.find(tenant, id).isEmpty() || !Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this person may see of it: the matter's guard says so, or nothing refers to it yet and the person uploaded it. */
    boolean visible(Staff staff, UUID id) {
        List<AttachmentStore.Link> links = store.links(staff.tenant(), id);
        if (links.isEmpty())
            return store.find(staff.tenant(), id)
                    .filter(owned -> owned.owner().equals(Uploader.of(staff)))
                    .isPresent();
        return links.stream().anyMatch(link -> visible(staff, link));
    }

    private boolean visible(Staff staff, AttachmentStore.Link link) {
        AttachmentGuard guard = guards.get(link.kind());
        return guard != null && guard.visible(staff, link.matter());
    }
}
