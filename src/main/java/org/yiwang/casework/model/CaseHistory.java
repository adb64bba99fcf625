package org.yiwang.casework.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yiwang.platform.Tenant;

/** From events to the present. The stored row must always equal what this computes. */
public final class CaseHistory {
    private CaseHistory() {}

    /** The case after all its events; events that were undone are left out, but keep their numbers. */
    public static CaseFile fold(UUID id, Tenant tenant, List<CaseEvent> events, Reckoning reckoning) {
        Set<Integer> undone = undone(events);
        CaseDraft draft = new CaseDraft(id, tenant);
        for (CaseEvent event : events) {
            if (!undone.contains(event.seq())) draft.apply(event, reckoning);
        }
        return draft.at(events.getLast());
    }

    /** The case after one more event, which is not an undoing. */
    public static CaseFile apply(CaseFile file, CaseEvent event, Reckoning reckoning) {
        CaseDraft draft = new CaseDraft(file);
        draft.apply(event, reckoning);
        return draft.at(event);
    }

    /** The first event makes the case. */
    public static CaseFile open(UUID id, Tenant tenant, CaseEvent event, Reckoning reckoning) {
        return fold(id, tenant, List.of(event), reckoning);
    }

    /** The numbers of the events that no longer count. */
    public static Set<Integer> undone(List<CaseEvent> events) {
        Set<Integer> numbers = new HashSet<>();
        for (CaseEvent event : events) {
            for (Effect effect : event.effects()) if (effect instanceof Effect.Undone undone) numbers.add(undone.seq());
        }
        return numbers;
    }
}
