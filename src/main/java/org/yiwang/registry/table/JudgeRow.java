package org.yiwang.registry.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.CheckEntry;
import org.yiwang.registry.model.Draft;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.ImportRow.Act;
import org.yiwang.registry.model.ImportRow.Fault;
import org.yiwang.registry.model.Masked;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Site;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.territory.Territory;
import tools.jackson.databind.node.ObjectNode;

/** Decides what a row of a sheet would do with the register as it stands. Pure: what it has to know of other entries is handed to it. */
public final class JudgeRow {
    private final Register register;
    private final CheckEntry check;
    private final Staff staff;
    private final Reach reach;
    private final Supplier<UUID> ids;
    private final List<Column> columns;
    private final ShowCell shown = new ShowCell("zh", Map.of());

    /** Whether a person reaches an entry that lies there. */
    public interface Reach {
        boolean covers(Staff staff, Register register, @Nullable Site site);
    }

    /** Whether a register has an entry with this key. */
    public interface Known {
        boolean has(String register, String key);
    }

    public JudgeRow(Register register, Territory territory, Staff staff, Reach reach, Supplier<UUID> ids) {
        this.register = register;
        this.check = new CheckEntry(register, territory);
        this.staff = staff;
        this.reach = reach;
        this.ids = ids;
        this.columns = Columns.of(register);
    }

    /** @param before the entry that the row is about, where there is one */
    public ImportRow judge(ReadRow row, @Nullable String key, @Nullable Entry before, Known known) {
        if (before != null && !reach.covers(staff, register, before.site()))
            return rejected(row, key, List.of(rowFault("registry.row-beyond-sight")));
        if (before != null && before.isRetired()) return rejected(row, key, List.of(rowFault("registry.row-retired")));
        GivenEntry given = before == null ? row.given() : Masked.restore(register, whole(row, before), before);
        List<FieldFault> faults = new ArrayList<>(row.faults());
        masked(given, faults);
        CheckEntry.Outcome outcome = check.check(given);
        faults.addAll(outcome.faults());
        Draft draft = outcome.draft();
        if (draft != null) further(draft, known, faults);
        if (draft == null || !faults.isEmpty()) return rejected(row, key, once(faults));
        return accepted(row, draft, before);
    }

    /** What the sheet has no column for stays as it is. */
    private GivenEntry whole(ReadRow row, Entry before) {
        ObjectNode data = before.data().deepCopy();
        for (String column : row.named()) data.remove(column);
        data.setAll(row.given().data());
        Site site = before.site();
        boolean placed = row.named().contains(CheckEntry.LON) || row.named().contains(CheckEntry.SHAPE);
        if (placed || site == null)
            return new GivenEntry(
                    data, row.given().lon(), row.given().lat(), row.given().shape());
        return site.shape() == null
                ? new GivenEntry(data, site.point().lon(), site.point().lat(), null)
                : new GivenEntry(data, null, null, site.shape());
    }

    private void masked(GivenEntry given, List<FieldFault> faults) {
        for (Field field : register.personal())
            if (Masked.isMasked(given.data().path(field.name()).asString("")))
                faults.add(fault(field.name(), "registry.cell-masked"));
    }

    private void further(Draft draft, Known known, List<FieldFault> faults) {
        for (Field field : register.form().fields()) {
            String target = field.register();
            if (target == null || !draft.data().hasNonNull(field.name())) continue;
            String key = draft.data().get(field.name()).asString();
            if (!known.has(target, key))
                faults.add(fault(
                        field.name(),
                        "registry.no-such-key",
                        field.title().zh(),
                        field.title().en(),
                        key));
        }
        if (!reach.covers(staff, register, draft.site())) faults.add(fault("", "registry.row-beyond-sight"));
    }

    private ImportRow accepted(ReadRow row, Draft draft, @Nullable Entry before) {
        UUID id = before == null ? ids.get() : before.id();
        Act act = before == null ? Act.INSERT : draft.isSameAs(before) ? Act.SAME : Act.CHANGE;
        return new ImportRow(
                row.number(),
                act,
                draft.key(),
                id,
                before == null ? null : before.version(),
                row.cells(),
                List.of(),
                act == Act.CHANGE && before != null ? changes(before, draft) : List.of(),
                act == Act.SAME ? null : draft.content(register, id));
    }

    private List<ImportRow.Difference> changes(Entry before, Draft draft) {
        Entry after = new Entry(
                before.id(),
                before.register(),
                draft.key(),
                draft.label(),
                draft.data(),
                draft.site(),
                before.version(),
                before.confirmedAt(),
                before.createdAt(),
                before.changedAt(),
                null);
        List<ImportRow.Difference> changes = new ArrayList<>();
        for (Column column : columns) {
            String from = shown.cell(column, before).shown();
            String to = shown.cell(column, after).shown();
            boolean hidden = column.field() != null
                    && column.field().personal()
                    && !before.data().path(column.name()).equals(draft.data().path(column.name()));
            if (!from.equals(to) || hidden) changes.add(new ImportRow.Difference(column.name(), from, to));
        }
        return changes;
    }

    private static ImportRow rejected(ReadRow row, @Nullable String key, List<Fault> faults) {
        return new ImportRow(row.number(), Act.REJECT, key, null, null, row.cells(), faults, List.of(), null);
    }

    /** One fault a column: a cell that could not be read is not missing too. */
    private static List<Fault> once(List<FieldFault> faults) {
        Set<String> seen = new HashSet<>();
        return faults.stream()
                .filter(fault -> seen.add(fault.field()))
                .map(Fault::of)
                .toList();
    }

    private static Fault rowFault(String code) {
        return Fault.of("", Refusal.invalid("", code));
    }

    private static FieldFault fault(String field, String code, Object... arguments) {
        return new FieldFault(field, Refusal.invalid(field, code, arguments));
    }
}
