package org.yiwang.programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.programme.model.Decide;
import org.yiwang.programme.store.HandedInStore;
import org.yiwang.programme.store.HandedInStore.Edition;
import org.yiwang.programme.store.Kept;
import org.yiwang.programme.store.ProgrammeList;
import org.yiwang.programme.store.ProgrammeStore;

/** Programmes as far as a person may see them. */
@Service
public class ViewProgrammes {
    public static final int ROWS_MAX = 200;

    private final ProgrammeStore store;
    private final ProgrammeList list;
    private final HandedInStore editions;
    private final Kinds kinds;

    ViewProgrammes(ProgrammeStore store, ProgrammeList list, HandedInStore editions, Kinds kinds) {
        this.store = store;
        this.list = list;
        this.editions = editions;
        this.kinds = kinds;
    }

    /** One programme, what its kind says, what was handed in, and what the person may do. */
    public record Seen(Kept kept, Definition definition, List<Edition> editions, Decide decide) {}

    public Seen one(Staff staff, UUID id, Instant now) {
        Kept kept = store.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("programme.not-found").exception());
        Definition definition = kinds.of(staff.tenant(), kept.packageId(), kept.kindVersion(), kept.kind());
        return new Seen(
                kept, definition, editions.of(staff.tenant(), id), WriteProgramme.decide(staff, definition, kept, now));
    }

    public ProgrammeList.Page page(Staff staff, ProgrammeList.Wanted wanted, Instant now, int limit, int offset) {
        if (limit < 1 || limit > ROWS_MAX || offset < 0)
            throw Refusal.invalid("limit", "programme.rows", ROWS_MAX).exception();
        return list.page(staff, wanted, now, limit, offset);
    }

    /** Of this kind and exactly this title, as far as the person sees it; of several the one that is due first. */
    public Optional<UUID> ofTitle(Staff staff, String packageId, String kind, String title) {
        ProgrammeList.Wanted wanted = new ProgrammeList.Wanted(packageId, kind, null, null, false, title);
        return list.page(staff, wanted, Instant.EPOCH, ROWS_MAX, 0).items().stream()
                .filter(one -> one.title().equals(title))
                .map(ProgrammeList.Line::id)
                .findFirst();
    }

    public List<ProgrammeList.StageCount> counts(Staff staff, ProgrammeList.Wanted wanted, Instant now) {
        return list.counts(staff, wanted, now);
    }
}
