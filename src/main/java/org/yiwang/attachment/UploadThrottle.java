package org.yiwang.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;

/** Bounds what people without an account can fill: uploads per address, and the space of all that nothing refers to. */
@Component
class UploadThrottle {
    static final int UPLOADS_PER_ADDRESS_MAX = 40;
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final long UNLINKED_BYTES_MAX = 2L << 30;
    private static final int ADDRESSES_MAX = 50_000;

    private record Count(Instant since, int uploads) {}

    private final AttachmentStore store;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    UploadThrottle(AttachmentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void admit(String address) {
        Instant now = clock.instant();
        if (counts.size() > ADDRESSES_MAX)
            counts.values().removeIf(count -> count.since().plus(WINDOW).isBefore(now));
        int uploads = counts.merge(address, new Count(now, 1), (old, fresh) -> next(old, now))
                .uploads();
        if (uploads > UPLOADS_PER_ADDRESS_MAX)
            throw Refusal.refuse(Refusal.Kind.THROTTLED, "attachment.too-many-uploads", WINDOW.toMinutes())
                    .exception();
        if (store.unlinkedBytes(Uploader.RESIDENT) > UNLINKED_BYTES_MAX)
            throw Refusal.refuse(Refusal.Kind.UNAVAILABLE, "attachment.busy").exception();
    }

    private static Count next(Count old, Instant now) {
        return old.since().plus(WINDOW).isBefore(now) ? new Count(now, 1) : new Count(old.since(), old.uploads() + 1);
    }
}
