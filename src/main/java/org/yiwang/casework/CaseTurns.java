package org.yiwang.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.Effect;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.platform.Tenant;

/** What one step changed about category and lead: how people decided, told to whoever learns from it. */
@Service
public class CaseTurns {
    /**
     * A step with what held before and after it.
     *
     * @param byStaff whether a member of staff took it, and not a reporter or a clock
     */
    public record Turn(
            StoredCase stored,
            CaseEvent event,
            boolean byStaff,
            @Nullable String categoryBefore,
            String category,
            @Nullable String leadBefore,
            @Nullable String lead) {}

    private final CaseStore store;

    CaseTurns(CaseStore store) {
        this.store = store;
    }

    /** @param version the number of the step */
    public Optional<Turn> of(Tenant tenant, UUID id, int version) {
        List<CaseEvent> events = store.events(tenant, id);
        Optional<StoredCase> stored = store.find(tenant, id);
        if (stored.isEmpty() || events.size() < version || version < 1) return Optional.empty();
        CaseEvent event = events.get(version - 1);
        String category = category(events.subList(0, version));
        return category == null
                ? Optional.empty()
                : Optional.of(new Turn(
                        stored.get(),
                        event,
                        event.actorKind() == Actor.Kind.STAFF,
                        category(events.subList(0, version - 1)),
                        category,
                        lead(events.subList(0, version - 1)),
                        lead(events.subList(0, version))));
    }

    private static @Nullable String category(List<CaseEvent> events) {
        String category = null;
        for (CaseEvent event : events)
            for (Effect effect : event.effects()) {
                if (effect instanceof Effect.Opened opened) category = opened.category();
                if (effect instanceof Effect.Corrected corrected && corrected.category() != null)
                    category = corrected.category();
            }
        return category;
    }

    private static @Nullable String lead(List<CaseEvent> events) {
        String lead = null;
        for (CaseEvent event : events)
            for (Effect effect : event.effects())
                if (effect instanceof Effect.LeadSet set)
                    lead = set.unit() == null ? null : set.unit().value();
        return lead;
    }
}
