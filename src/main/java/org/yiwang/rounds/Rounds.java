package org.yiwang.rounds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;

/** Rounds as their packages define them. A version never changes, so each is read once. */
@Component
class Rounds {
    private record Edition(Tenant tenant, String packageId, int version) {}

    private final RoundStore store;
    private final Map<Edition, Map<String, Round>> editions = new ConcurrentHashMap<>();

    Rounds(RoundStore store) {
        this.store = store;
    }

    /** Those of every package in force. */
    List<Round> inForce(Tenant tenant) {
        return store.inForce(tenant).stream()
                .flatMap(one -> edition(tenant, one.packageId(), one.version()).values().stream())
                .toList();
    }

    /** The round that made a stop. */
    Round of(Stop stop) {
        Round round = edition(stop.tenant(), stop.packageId(), stop.version()).get(stop.round());
        if (round == null) throw new IllegalStateException("No round " + stop.packageId() + "/" + stop.round());
        return round;
    }

    private Map<String, Round> edition(Tenant tenant, String packageId, int version) {
        return editions.computeIfAbsent(
                new Edition(tenant, packageId, version),
                wanted -> RoundSection.read(store.files(tenant, packageId, version), version));
    }
}
