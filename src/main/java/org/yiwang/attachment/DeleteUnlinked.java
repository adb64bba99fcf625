package org.yiwang.attachment;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Clears away uploads that nothing came to refer to within a day, and what a crash left of unfinished ones. */
@Component
class DeleteUnlinked {
    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration UPLOAD_MAX = Duration.ofHours(1);
    private static final int ROWS_PER_TRANSACTION = 500;
    private static final long PERIOD_MILLIS = 3_600_000;

    private final AttachmentStore store;
    private final AttachmentFiles files;
    private final TransactionOperations transactions;
    private final Clock clock;

    DeleteUnlinked(AttachmentStore store, AttachmentFiles files, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = PERIOD_MILLIS)
    void run() throws IOException {
        Instant now = clock.instant();
        List<UUID> gone;
        do {
            gone = Objects.requireNonNull(
                    transactions.execute(ignored -> store.deleteUnlinked(now.minus(KEPT), ROWS_PER_TRANSACTION)));
            for (UUID id : gone) files.delete(id);
        } while (gone.size() == ROWS_PER_TRANSACTION);
        for (UUID id : files.unended(now.minus(UPLOAD_MAX))) settle(id);
    }

    private void settle(UUID id) throws IOException {
        if (store.exists(id)) files.end(id);
        else files.delete(id);
    }
}
