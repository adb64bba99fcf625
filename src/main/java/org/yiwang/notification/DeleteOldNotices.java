package org.yiwang.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices are a help to memory, not a record: what they tell of is kept by its own module. */
@Component
class DeleteOldNotices {
    static final Duration KEPT = Duration.ofDays(365);
    private static final int ROWS_PER_DELETE = 5_000;
    private static final long PERIOD_MILLIS = 6 * 3_600_000L;

    private final NoticeStore store;
    private final Clock clock;

    DeleteOldNotices(NoticeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = PERIOD_MILLIS, fixedDelay = PERIOD_MILLIS)
    void run() {
        int deleted = ROWS_PER_DELETE;
        while (deleted == ROWS_PER_DELETE)
            deleted = store.deleteBefore(clock.instant().minus(KEPT), ROWS_PER_DELETE);
    }
}
