package org.yiwang.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.store.UnitStore;
import org.yiwang.platform.Tenant;

/** The units of a sub-district, kept in memory. */
@Component
public class Units {
    /** A change made on another node is seen after this time at the latest. */
    public static final Duration FRESH = Duration.ofSeconds(5);

    private record Snapshot(UnitTree tree, Instant until) {}

    private final UnitStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<Tenant, Snapshot> snapshots = new ConcurrentHashMap<>();

    Units(UnitStore store, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    public UnitTree tree(Tenant tenant) {
        Instant now = clock.instant();
        Snapshot known = snapshots.get(tenant);
        if (known != null && now.isBefore(known.until())) return known.tree();
        UnitTree tree = new UnitTree(store.all(tenant));
        snapshots.put(tenant, new Snapshot(tree, now.plus(FRESH)));
        return tree;
    }

    public List<Unit> all(Tenant tenant) {
        return tree(tenant).all();
    }

    public Optional<Unit> find(Tenant tenant, UnitId id) {
        return tree(tenant).find(id);
    }

    /** Adds the units or changes those of the same id, in this order after those already there. */
    public void save(Tenant tenant, List<Unit> units) {
        for (Unit unit : units) store.save(tenant, unit);
        snapshots.remove(tenant);
        events.publishEvent(new UnitsChanged(tenant));
    }
}
