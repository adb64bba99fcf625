package org.yiwang.territory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yiwang.platform.Tenant;

/** The maps in memory. Reading never waits for the database: a copy older than a few seconds is compared with its edition beside the reader's way. */
@Component
public class Territories {
    private static final Logger LOG = LoggerFactory.getLogger(Territories.class);
    private static final Duration TRUSTED = Duration.ofSeconds(3);

    private record Held(Territory territory, long readNanos, AtomicBoolean checking) {
        Held(Territory territory) {
            this(territory, System.nanoTime(), new AtomicBoolean());
        }

        boolean isOld() {
            return System.nanoTime() - readNanos > TRUSTED.toNanos();
        }
    }

    private final TerritoryStore store;
    private final Tenant own;
    private final Map<Tenant, Held> held = new ConcurrentHashMap<>();

    Territories(TerritoryStore store, @Value("${yiwang.tenant}") int own) {
        this.store = store;
        this.own = new Tenant(own);
    }

    /** The map of the sub-district that this installation is set up for. */
    public Territory own() {
        return of(own);
    }

    public Territory of(Tenant tenant) {
        Held now = held.computeIfAbsent(tenant, this::read);
        if (now.isOld() && now.checking().compareAndSet(false, true))
            Thread.ofVirtual().name("territory-check").start(() -> check(tenant, now));
        return now.territory();
    }

    Tenant ownTenant() {
        return own;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(TerritoryChanged change) {
        held.put(change.tenant(), read(change.tenant()));
    }

    private void check(Tenant tenant, Held old) {
        try {
            boolean same = store.edition(tenant) == old.territory().edition();
            held.replace(tenant, old, same ? new Held(old.territory()) : read(tenant));
        } catch (RuntimeException e) {
            LOG.warn("The edition of the map could not be read; the map in memory stays in use", e);
            held.replace(tenant, old, new Held(old.territory()));
        }
    }

    /** The edition first: a change that comes between is then seen at the next check. */
    private Held read(Tenant tenant) {
        long edition = store.edition(tenant);
        return new Held(new Territory(edition, store.features(tenant)));
    }
}
