package org.yiwang.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.registry.model.CheckEntry;
import org.yiwang.registry.model.Content;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.EntryStore;
import org.yiwang.territory.Territories;

/** Enters many things at once for another module that knows them to be right. */
@Service
public class FillRegister {
    private static final int ROWS_PER_STATEMENT = 500;

    private final Registers registers;
    private final EntryStore entries;
    private final Territories territories;
    private final Ids ids;

    FillRegister(Registers registers, EntryStore entries, Territories territories, Ids ids) {
        this.registers = registers;
        this.entries = entries;
        this.territories = territories;
        this.ids = ids;
    }

    /**
     * All of them or none.
     *
     * @throws IllegalArgumentException naming the first that does not fit the register's form
     */
    @Transactional
    public void fill(Staff staff, String register, List<GivenEntry> given, Instant at) {
        Register known = registers.require(staff.tenant(), register);
        CheckEntry check = new CheckEntry(known, territories.of(staff.tenant()));
        List<Content> contents = new ArrayList<>();
        for (GivenEntry one : given) contents.add(content(known, check, one));
        for (int from = 0; from < contents.size(); from += ROWS_PER_STATEMENT)
            entries.insert(
                    staff.tenant(),
                    known,
                    contents.subList(from, Math.min(contents.size(), from + ROWS_PER_STATEMENT)),
                    Deed.byHand(staff, at));
    }

    /** Says of entries like these, known by their keys, that they are right as they stand. */
    @Transactional
    public void confirm(Staff staff, String register, List<GivenEntry> given, Instant at) {
        Register known = registers.require(staff.tenant(), register);
        CheckEntry check = new CheckEntry(known, territories.of(staff.tenant()));
        List<String> keys = given.stream()
                .map(check::check)
                .map(outcome -> requireNonNull(outcome.draft()).key())
                .toList();
        List<UUID> ids = entries.byKeys(staff.tenant(), known, keys).values().stream()
                .map(Entry::id)
                .toList();
        entries.confirm(staff.tenant(), ids, Deed.byHand(staff, at));
    }

    private Content content(Register register, CheckEntry check, GivenEntry given) {
        CheckEntry.Outcome outcome = check.check(given);
        if (outcome.draft() == null)
            throw new IllegalArgumentException(
                    "%s does not fit %s: %s".formatted(given.data(), register.name(), outcome.faults()));
        return outcome.draft().content(register, ids.next());
    }
}
