package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.model.MatterScope;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.ListKind;
import org.yiwang.lists.model.Standing;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.store.ListStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

/** Opens lists and closes them. */
@Service
public class KeepLists {
    private final ListStore store;
    private final EndSpecial end;
    private final Ids ids;

    KeepLists(ListStore store, EndSpecial end, Ids ids) {
        this.store = store;
        this.end = end;
        this.ids = ids;
    }

    /**
     * A list as it is asked for.
     *
     * @param matter categories for a special supervision, which needs at least one and an end
     * @param areas, units to which it is narrowed
     */
    @SchemaName("NewTaskList")
    public record Wanted(
            @Nullable ListKind kind,
            @Nullable String title,
            @Nullable String note,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Set<String> matter,
            @Nullable Set<String> areas,
            @Nullable Set<String> units) {}

    /** How each list stands, counting what the person may see. */
    public List<Standing> all(Staff staff, LocalDate today) {
        return store.all(staff.tenant(), ItemSight.unit(staff), today);
    }

    /** @throws org.yiwang.platform.RefusedException when there is none */
    public TaskList one(Staff staff, UUID id) {
        return store.find(staff.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("lists.no-list").exception());
    }

    public TaskList open(Staff staff, Wanted wanted, Instant now) {
        Access.require(staff, DecideItem.OVERSEE);
        TaskList list = checked(staff, wanted, now);
        try {
            store.add(staff.tenant(), list);
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("title", "lists.title-taken", list.title()).exception();
        }
        return list;
    }

    /** The open list of this kind and title; opened where there is none yet. */
    @Transactional
    public TaskList standing(Staff staff, ListKind kind, String title, Instant now) {
        return store.open(staff.tenant(), kind, title)
                .orElseGet(() -> open(staff, new Wanted(kind, title, null, null, null, null, null, null), now));
    }

    /** The same where something found gives the item: whoever found it need not be allowed to open lists. */
    @Transactional
    public TaskList following(Staff finder, ListKind kind, String title, Instant now) {
        return store.open(finder.tenant(), kind, title).orElseGet(() -> {
            TaskList list = checked(finder, new Wanted(kind, title, null, null, null, null, null, null), now);
            store.add(finder.tenant(), list);
            return list;
        });
    }

    /** A closed list takes no more items; those it has go on. A special supervision is closed when its sample was looked at. */
    public TaskList close(Staff staff, UUID id, Instant now) {
        Access.require(staff, DecideItem.OVERSEE);
        TaskList list = one(staff, id);
        if (list.kind() == ListKind.SPECIAL && list.closedAt() == null) end.check(staff.tenant(), id);
        if (!store.close(staff.tenant(), id, now))
            throw Refusal.conflict("lists.closed").exception();
        return one(staff, id);
    }

    private TaskList checked(Staff staff, Wanted wanted, Instant now) {
        String title = wanted.title() == null ? "" : wanted.title().strip();
        String note = wanted.note() == null ? "" : wanted.note().strip();
        MatterScope matter = new MatterScope(
                whole("matter", wanted.matter()), whole("areas", wanted.areas()), whole("units", wanted.units()));
        LocalDate from = wanted.from() == null ? LocalDate.ofInstant(now, Duty.ZONE) : wanted.from();
        ListKind kind = wanted.kind();
        if (kind == null) throw Refusal.invalid("kind", "lists.no-kind").exception();
        if (title.isEmpty() || title.length() > TaskList.TITLE_CHARACTERS_MAX)
            throw Refusal.invalid("title", "lists.no-title", TaskList.TITLE_CHARACTERS_MAX)
                    .exception();
        if (note.length() > TaskList.NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("note", "lists.too-long", TaskList.NOTE_CHARACTERS_MAX)
                    .exception();
        if (wanted.to() != null && wanted.to().isBefore(from))
            throw Refusal.invalid("to", "lists.ends-early").exception();
        boolean isWhole = kind != ListKind.SPECIAL
                || (wanted.to() != null && !matter.categories().isEmpty());
        if (!isWhole)
            throw Refusal.invalid("matter", "lists.no-matter", TaskList.MATTER_MAX)
                    .exception();
        return new TaskList(ids.next(), kind, title, note, from, wanted.to(), matter, now, staff.name(), null);
    }

    private static Set<String> whole(String field, @Nullable Set<String> given) {
        if (given == null) return Set.of();
        if (given.size() > TaskList.MATTER_MAX || given.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid(field, "lists.no-matter", TaskList.MATTER_MAX).exception();
        return new LinkedHashSet<>(given);
    }
}
