package org.yiwang.sensing;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Duty;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Tally;
import org.yiwang.sensing.store.TallyStore;

/** Counts what comes in, in memory, and adds it up in the database once a second: after a crash the counts of the last second are missing, no message is. */
@Component
public class CountMessages {
    private static final Logger LOG = LoggerFactory.getLogger(CountMessages.class);
    private static final long FLUSH_MILLIS = 1_000;

    private final TallyStore store;
    private final Clock clock;
    private final Tenant tenant;
    private Map<String, Tally> counts = new HashMap<>();

    public CountMessages(TallyStore store, Clock clock, @Value("${yiwang.tenant}") int tenant) {
        this.store = store;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    public void taken(String device, Instant at) {
        add(device, new Tally(1, 0, 0, 0, at));
    }

    public void letter(String device) {
        add(device, new Tally(0, 1, 0, 0, clock.instant()));
    }

    public void refused(String device) {
        add(device, new Tally(0, 0, 1, 0, null));
    }

    public void throttled(String device) {
        add(device, new Tally(0, 0, 0, 1, null));
    }

    /** Nobody learns which of name and secret was wrong. */
    public void stranger() {
        add(TallyStore.STRANGERS, new Tally(0, 0, 1, 0, clock.instant()));
    }

    private synchronized void add(String device, Tally tally) {
        counts.merge(device, tally, Tally::plus);
    }

    private synchronized Map<String, Tally> drain() {
        Map<String, Tally> drained = counts;
        counts = new HashMap<>();
        return drained;
    }

    @Scheduled(fixedDelay = FLUSH_MILLIS)
    public void flush() {
        Map<String, Tally> drained = drain();
        try {
            store.add(tenant, today(), new TreeMap<>(drained));
        } catch (DataAccessException e) {
            LOG.warn("Counts of devices wait for the database: {}", e.getMessage());
            drained.forEach(this::add);
        }
    }

    @PreDestroy
    void end() {
        flush();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Duty.ZONE);
    }
}
