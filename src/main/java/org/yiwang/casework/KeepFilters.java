package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.yiwang.casework.store.FilterStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;

/** Filters of a list, kept under a name for one person; who may do so shares one with the whole unit, for the others to read. */
@Service
public class KeepFilters {
    public static final int NAME_CHARACTERS_MAX = 16;
    static final int OWN_MAX = 12;
    static final int SHARED_MAX = 6;

    /**
     * A filter as it is handed in.
     *
     * @param fields checked before, see {@code web.FilterFields}
     */
    public record Wish(@Nullable String name, Map<String, String> fields, boolean shared) {}

    /** A filter on somebody's list, with its owner where that is somebody else. */
    public record Listed(FilterStore.Kept kept, Optional<Staff> owner) {}

    private final FilterStore store;
    private final People people;
    private final Ids ids;

    KeepFilters(FilterStore store, People people, Ids ids) {
        this.store = store;
        this.people = people;
        this.ids = ids;
    }

    /** One's own, and what active members of the unit share. */
    public List<Listed> list(Staff staff) {
        return store.of(staff).stream()
                .map(kept -> new Listed(
                        kept, isOwn(staff, kept) ? Optional.empty() : people.find(staff.tenant(), kept.staff())))
                .filter(listed -> isOwn(staff, listed.kept()) || listed.owner().isPresent())
                .toList();
    }

    public FilterStore.Kept add(Staff staff, Wish wish, Instant now) {
        long own = store.of(staff).stream().filter(kept -> isOwn(staff, kept)).count();
        if (own >= OWN_MAX) throw Refusal.conflict("case.filters-full", OWN_MAX).exception();
        return save(staff, ids.next(), wish, now);
    }

    public FilterStore.Kept change(Staff staff, UUID id, Wish wish, Instant now) {
        return save(staff, own(staff, id).id(), wish, now);
    }

    public void drop(Staff staff, UUID id) {
        store.delete(staff.tenant(), own(staff, id).id());
    }

    private FilterStore.Kept save(Staff staff, UUID id, Wish wish, Instant now) {
        if (wish.shared()) mayShare(staff, id);
        var kept = new FilterStore.Kept(id, staff.id(), staff.unit(), name(wish), wish.fields(), wish.shared());
        try {
            store.save(staff.tenant(), kept, now);
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "case.filter-name-taken", "name", List.of(kept.name()))
                    .exception();
        }
        return kept;
    }

    private void mayShare(Staff staff, UUID id) {
        Access.require(staff, "filters.share");
        long shared = store.of(staff).stream()
                .filter(kept -> kept.shared() && !kept.id().equals(id))
                .count();
        if (shared >= SHARED_MAX)
            throw Refusal.conflict("case.filters-shared-full", SHARED_MAX).exception();
    }

    private static String name(Wish wish) {
        if (wish.name() == null || wish.name().isBlank())
            throw Refusal.invalid("name", "case.field-missing", "name").exception();
        String name = wish.name().strip();
        if (name.length() > NAME_CHARACTERS_MAX)
            throw Refusal.invalid("name", "case.note-too-long", NAME_CHARACTERS_MAX)
                    .exception();
        return name;
    }

    private FilterStore.Kept own(Staff staff, UUID id) {
        FilterStore.Kept kept = store.find(staff.tenant(), id)
                .filter(there -> isOwn(staff, there) || isShared(staff, there))
                .orElseThrow(() -> Refusal.notFound("case.no-filter").exception());
        if (!isOwn(staff, kept)) throw Refusal.forbidden("case.filter-of-other").exception();
        return kept;
    }

    private static boolean isShared(Staff staff, FilterStore.Kept kept) {
        return kept.shared() && kept.unit().equals(staff.unit());
    }

    private static boolean isOwn(Staff staff, FilterStore.Kept kept) {
        return kept.staff().equals(staff.id());
    }
}
