package org.yiwang.sensing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.store.RetentionStore;

/** Gives up what is old and what every reader has behind it, a little at a time. */
@Component
class TrimLog {
    private static final int AT_ONCE_MAX = 10_000;
    private static final int TURNS_MAX = 50;

    private final RetentionStore store;
    private final Clock clock;
    private final Tenant tenant;
    private final Duration kept;

    TrimLog(
            RetentionStore store,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.sensing.kept-days:90}") int keptDays) {
        this.store = store;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
        this.kept = Duration.ofDays(keptDays);
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void trim() {
        Instant before = clock.instant().minus(kept);
        for (int partition = 0; partition < Partitions.COUNT; partition++)
            for (int turn = 0; turn < TURNS_MAX; turn++)
                if (store.giveUp(tenant, partition, before, AT_ONCE_MAX) < AT_ONCE_MAX) break;
    }
}
