package org.yiwang.registry.usecase;

import static org.yiwang.platform.Refusal.Kind.STALE;
import static org.yiwang.platform.Refusal.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.registry.model.CheckEntry;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Draft;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.Masked;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.EntryStore;
import org.yiwang.registry.store.RelationStore;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.territory.Territories;

/** Enters, changes, confirms, ends and deletes one entry by hand. */
@Service
public class ChangeEntry {
    private static final int REFERRERS_NAMED_MAX = 5;

    private final EntryStore entries;
    private final RelationStore relations;
    private final Territories territories;
    private final TransactionTemplate transaction;
    private final Ids ids;

    ChangeEntry(
            EntryStore entries,
            RelationStore relations,
            Territories territories,
            TransactionTemplate transaction,
            Ids ids) {
        this.entries = entries;
        this.relations = relations;
        this.territories = territories;
        this.transaction = transaction;
        this.ids = ids;
    }

    public Entry insert(Staff staff, Register register, GivenEntry given, Instant now) {
        EntrySight.requireWrite(staff, register);
        Draft draft = draft(staff, register, given, null);
        UUID id = ids.next();
        return done(
                () -> {
                    entries.insert(
                            staff.tenant(), register, List.of(draft.content(register, id)), Deed.byHand(staff, now));
                    return visible(staff, register, id);
                },
                draft);
    }

    /** @param version that the person saw */
    public Entry change(Staff staff, Register register, UUID id, int version, GivenEntry given, Instant now) {
        EntrySight.requireWrite(staff, register);
        Entry before = current(staff, register, id, version);
        Draft draft = draft(staff, register, given, before);
        if (draft.isSameAs(before)) return before;
        if (!draft.key().equals(before.key())) refuseWhenNamed(staff, before, "registry.key-is-named");
        return done(
                () -> {
                    boolean changed = entries.change(
                            staff.tenant(), register, draft.content(register, id), version, Deed.byHand(staff, now));
                    if (!changed) throw stale();
                    return visible(staff, register, id);
                },
                draft);
    }

    /** Ends an entry: it stays to be read, and others may go on naming it. */
    public Entry retire(Staff staff, Register register, UUID id, int version, Instant now) {
        return turn(staff, register, id, version, now, now);
    }

    public Entry restore(Staff staff, Register register, UUID id, int version, Instant now) {
        return turn(staff, register, id, version, null, now);
    }

    private Entry turn(Staff staff, Register register, UUID id, int version, @Nullable Instant retired, Instant now) {
        EntrySight.requireWrite(staff, register);
        Entry before = current(staff, register, id, version);
        if (before.isRetired() == (retired != null)) return before;
        return inTransaction(() -> {
            if (!entries.retire(staff.tenant(), id, version, retired, Deed.byHand(staff, now))) throw stale();
            return visible(staff, register, id);
        });
    }

    /** For what was entered by mistake; whatever others name is refused, with their names. */
    public void delete(Staff staff, Register register, UUID id, int version, Instant now) {
        EntrySight.requireWrite(staff, register);
        Entry before = current(staff, register, id, version);
        refuseWhenNamed(staff, before, "registry.entry-is-named");
        transaction.executeWithoutResult(status -> entries.delete(staff.tenant(), id, Deed.byHand(staff, now)));
    }

    /** What a person may not see does not exist for that person. */
    public Entry visible(Staff staff, Register register, UUID id) {
        EntrySight.requireRead(staff, register);
        return entries.find(staff.tenant(), register, id)
                .filter(entry -> EntrySight.covers(staff, register, entry.site()))
                .orElseThrow(() -> Refusal.notFound("registry.no-entry").exception());
    }

    private Entry current(Staff staff, Register register, UUID id, int version) {
        Entry entry = visible(staff, register, id);
        if (entry.version() != version) throw stale();
        return entry;
    }

    private Draft draft(Staff staff, Register register, GivenEntry given, @Nullable Entry before) {
        GivenEntry open = before == null ? given : Masked.restore(register, given, before);
        CheckEntry.Outcome outcome = new CheckEntry(register, territories.of(staff.tenant())).check(open);
        if (outcome.draft() == null) throw faulty(outcome.faults());
        checkReferences(staff, register, outcome.draft());
        if (!EntrySight.covers(staff, register, outcome.draft().site()))
            throw Refusal.forbidden("registry.beyond-sight").exception();
        return outcome.draft();
    }

    private void checkReferences(Staff staff, Register register, Draft draft) {
        for (Field field : register.form().fields()) {
            if (field.register() == null || !draft.data().hasNonNull(field.name())) continue;
            String key = draft.data().get(field.name()).asString();
            if (entries.known(staff.tenant(), field.register(), Set.of(key)).isEmpty())
                throw Refusal.invalid(
                                field.name(),
                                "registry.no-such-key",
                                field.title().zh(),
                                field.title().en(),
                                key)
                        .exception();
        }
    }

    private void refuseWhenNamed(Staff staff, Entry entry, String code) {
        long all = relations.countNaming(staff.tenant(), entry.register(), entry.key());
        if (all == 0) return;
        String names = relations.namedBy(staff.tenant(), entry.register(), entry.key(), REFERRERS_NAMED_MAX).stream()
                .map(RelationStore.Other::label)
                .collect(Collectors.joining("、"));
        throw Refusal.conflict(code, entry.label(), all, names).exception();
    }

    private Entry done(java.util.function.Supplier<Entry> work, Draft draft) {
        try {
            return inTransaction(work);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("registry.key-taken", draft.key()).exception();
        }
    }

    private Entry inTransaction(java.util.function.Supplier<Entry> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static RefusedException stale() {
        return refuse(STALE, "registry.stale").exception();
    }

    /** The first fault as the refusal, all of them beside it, by field. */
    private static RefusedException faulty(List<FieldFault> faults) {
        return new RefusedException(
                faults.getFirst().refusal(),
                java.util.Map.of(
                        RefusedException.FIELDS,
                        faults.stream().map(FieldFault::refusal).toList()));
    }
}
