package org.yiwang.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Site;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.EntryStore;
import org.yiwang.registry.store.FindEntries;
import org.yiwang.registry.store.ListLines;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the registers know, for other modules. With a tenant the product itself asks and learns of every entry; with a person only of those that the person may
 * read.
 */
@Service
public class Entries {
    private final Registers registers;
    private final EntryStore entries;
    private final FindEntries find;
    private final ListLines lines;

    Entries(Registers registers, EntryStore entries, FindEntries find, ListLines lines) {
        this.registers = registers;
        this.entries = entries;
        this.find = find;
        this.lines = lines;
    }

    /**
     * An entry in one line.
     *
     * @param first with {@code second} values of the fields that were asked for; null where it has none
     */
    public record Line(
            String key,
            String label,
            @Nullable String first,
            @Nullable String second,
            @Nullable LonLat point) {}

    /** Those that have not ended and that the person may read by key, from behind this one; nothing personal is opened for it. */
    public List<Line> lines(
            Staff staff, String register, Field first, @Nullable Field second, String after, int limit) {
        return lines.page(staff, readable(staff, register), first, second, after, limit).stream()
                .map(one -> new Line(one.key(), one.label(), one.first(), one.second(), one.point()))
                .toList();
    }

    /** What these entries are called, by key. */
    public Map<String, String> labels(Tenant tenant, String register, Collection<String> keys) {
        return lines.labels(tenant, register, keys);
    }

    /**
     * What is looked for; absent parts do not narrow.
     *
     * @param text any part of what can be searched
     * @param fields values by the names of the form's fields
     */
    public record Sought(@Nullable String text, @Nullable String committee, Map<String, String> fields) {
        public static final Sought ALL = new Sought(null, null, Map.of());
    }

    /** What the register asks and is called, for a person who may read it. */
    public RegisterFacts register(Staff staff, String register) {
        Register known = readable(staff, register);
        return new RegisterFacts(known.name(), known.title(), known.form());
    }

    /** What other modules may know of a register. */
    public record RegisterFacts(String name, Words title, Form form) {}

    /** Ended or not; empty where the register or the key is unknown. */
    public Optional<EntryFacts> find(Tenant tenant, String register, String key) {
        return registers.find(tenant, register).flatMap(known -> Optional.ofNullable(
                        entries.byKeys(tenant, known, List.of(key)).get(key))
                .map(entry -> facts(known, entry)));
    }

    /** Whether the register has it, ended or not, and the person may see it. */
    public boolean isSeen(Staff staff, String register, String key) {
        return registers
                .find(staff.tenant(), register)
                .filter(known -> EntrySight.mayRead(staff, known))
                .flatMap(known -> Optional.ofNullable(entries.byKeys(staff.tenant(), known, List.of(key))
                                .get(key))
                        .filter(entry -> EntrySight.covers(staff, known, entry.site())))
                .isPresent();
    }

    /** Whether the person reaches entries of the register that lie there; null where an entry has no place. */
    public boolean isReached(Staff staff, String register, @Nullable String area, @Nullable String committee) {
        return registers
                .find(staff.tenant(), register)
                .filter(known -> EntrySight.mayRead(staff, known))
                .filter(known -> EntrySight.isWhole(staff, known)
                        || (area != null && staff.sight().areas().contains(new UnitId(area)))
                        || (committee != null && staff.sight().committees().contains(new UnitId(committee))))
                .isPresent();
    }

    /** The entries that have not ended, by key; none where there is no such register. */
    public List<EntryFacts> all(Tenant tenant, String register) {
        return registers.find(tenant, register).map(known -> all(tenant, known)).orElse(List.of());
    }

    private List<EntryFacts> all(Tenant tenant, Register register) {
        return entries.living(tenant, register).stream()
                .map(entry -> facts(register, entry))
                .toList();
    }

    /** What the register asks of an entry; nothing where there is no such register. */
    public List<Field> fields(Tenant tenant, String register) {
        return registers
                .find(tenant, register)
                .map(known -> known.form().fields())
                .orElse(List.of());
    }

    /** Those of the keys that are there, have not ended, and that the person may read. */
    public List<EntryFacts> find(Staff staff, String register, Collection<String> keys) {
        Register known = readable(staff, register);
        return entries.byKeys(staff.tenant(), known, keys).values().stream()
                .filter(entry -> !entry.isRetired() && EntrySight.covers(staff, known, entry.site()))
                .map(entry -> facts(known, entry))
                .toList();
    }

    /** The entries that have not ended and that the person may read, by key. */
    public List<EntryFacts> search(Staff staff, String register, Sought sought) {
        Register known = readable(staff, register);
        FindEntries.Filter filter =
                new FindEntries.Filter(sought.text(), sought.committee(), null, sought.fields(), false, null);
        List<EntryFacts> found = new ArrayList<>();
        Consumer<Entry> take = entry -> found.add(facts(known, entry));
        find.each(staff, known, filter, FindEntries.Order.KEY, take);
        return found;
    }

    /** @throws org.yiwang.platform.RefusedException where there is none, or none for this person */
    private Register readable(Staff staff, String register) {
        Register known = registers.find(staff.tenant(), register).orElseThrow(() -> Refusal.notFound(
                        "registry.no-register", register)
                .exception());
        EntrySight.requireRead(staff, known);
        return known;
    }

    private static EntryFacts facts(Register register, Entry entry) {
        ObjectNode open = entry.data().deepCopy();
        open.remove(register.personal().stream().map(Field::name).toList());
        Site site = entry.site();
        return new EntryFacts(
                entry.register(),
                entry.key(),
                entry.label(),
                open,
                site == null ? null : site.point(),
                site == null ? null : site.cell(),
                site == null ? null : site.committee(),
                site == null ? null : site.area());
    }
}
