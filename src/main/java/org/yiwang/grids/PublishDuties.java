package org.yiwang.grids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.grids.model.Draft;
import org.yiwang.grids.model.DutyTable;
import org.yiwang.grids.model.GridLeader;
import org.yiwang.grids.model.Line;
import org.yiwang.grids.store.DutyTableStore;
import org.yiwang.grids.store.GridStore;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** Puts a duty table in force from a day on, or brings a former one back. The former ones stay as they were. */
@Service
public class PublishDuties {
    private static final String STREAM = "grids/tables";
    private static final int NOTE_CHARACTERS_MAX = 200;

    private final DraftDuties draft;
    private final DutyTableStore tables;
    private final GridStore store;
    private final Units units;
    private final People people;
    private final AuditTrail audit;

    PublishDuties(
            DraftDuties draft, DutyTableStore tables, GridStore store, Units units, People people, AuditTrail audit) {
        this.draft = draft;
        this.tables = tables;
        this.store = store;
        this.units = units;
        this.people = people;
        this.audit = audit;
    }

    public List<DutyTable> all(Tenant tenant) {
        return tables.all(tenant);
    }

    /** @param seen the {@link Draft#tag} of what the person looked at; null where nobody looked */
    @Transactional
    public DutyTable publish(Staff staff, LocalDate from, String note, @Nullable String seen, Instant at) {
        check(from, note, at);
        store.lock(staff.tenant());
        Draft now = draft.on(staff.tenant(), from);
        if (now.lines().isEmpty()) throw Refusal.conflict("grids.nothing").exception();
        if (seen != null && !seen.equals(now.tag()))
            throw Refusal.conflict("grids.moved-on").exception();
        List<Line> open = now.open();
        if (!open.isEmpty())
            throw Refusal.conflict(
                            "grids.undecided", open.size(), open.getFirst().cell())
                    .exception();
        return add(staff, from, note, null, now.lines(), leaders(staff.tenant()), at);
    }

    /** The lines of a former table once more, from a day on. */
    @Transactional
    public DutyTable restore(Staff staff, int number, LocalDate from, String note, Instant at) {
        check(from, note, at);
        if (note.isBlank())
            throw Refusal.invalid("note", "grids.no-reason", NOTE_CHARACTERS_MAX)
                    .exception();
        store.lock(staff.tenant());
        if (tables.all(staff.tenant()).stream().noneMatch(table -> table.number() == number))
            throw Refusal.notFound("grids.no-table", number).exception();
        List<Line> lines = tables.lines(staff.tenant(), number);
        return add(staff, from, note, number, lines, tables.leaders(staff.tenant(), number), at);
    }

    private static void check(LocalDate from, String note, Instant at) {
        if (from.isBefore(LocalDate.ofInstant(at, Duty.ZONE)))
            throw Refusal.invalid("from", "grids.past-day", from).exception();
        if (note.length() > NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("note", "grids.too-long", note.substring(0, 12), NOTE_CHARACTERS_MAX)
                    .exception();
    }

    private DutyTable add(
            Staff staff,
            LocalDate from,
            String note,
            @Nullable Integer restores,
            List<Line> lines,
            List<GridLeader> leaders,
            Instant at) {
        int number = tables.all(staff.tenant()).stream()
                        .mapToInt(DutyTable::number)
                        .max()
                        .orElse(0)
                + 1;
        DutyTable table = new DutyTable(number, from, at, staff.name(), note.strip(), restores);
        tables.add(staff, table, lines, leaders);
        audit.record(
                staff.tenant(),
                STREAM,
                staff.id().toString(),
                restores == null ? "published" : "restored",
                detail(table));
        return table;
    }

    private static Map<String, Object> detail(DutyTable table) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("number", table.number());
        detail.put("from", table.from().toString());
        detail.put("note", table.note());
        if (table.restores() != null) detail.put("restores", table.restores());
        return detail;
    }

    /** The first of each area's grid leaders by sign-in name. */
    private List<GridLeader> leaders(Tenant tenant) {
        List<Staff> leading = people.all(tenant).stream()
                .filter(staff -> staff.is(Role.GRID_LEADER))
                .sorted(Comparator.comparing(Staff::login))
                .toList();
        List<GridLeader> leaders = new ArrayList<>();
        for (Unit area : units.tree(tenant).ofKind(Unit.Kind.AREA))
            leading.stream()
                    .filter(staff -> leads(staff, area.id()))
                    .findFirst()
                    .ifPresent(staff -> leaders.add(new GridLeader(area.id(), NameHolder.of(staff))));
        return leaders;
    }

    private static boolean leads(Staff staff, UnitId area) {
        return staff.sight().areas().contains(area);
    }
}
