package org.yiwang.registry.usecase;

import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.Kind.UNAVAILABLE;
import static org.yiwang.platform.Refusal.refuse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.EntryKey;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.registry.sheet.XlsxFile;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.EntryStore;
import org.yiwang.registry.store.ImportStore;
import org.yiwang.registry.table.Heading;
import org.yiwang.registry.table.JudgeRow;
import org.yiwang.registry.table.ReadRow;
import org.yiwang.registry.table.RowKeys;
import org.yiwang.scenario.form.Field;
import org.yiwang.territory.Territories;

/** Reads a sheet and writes down what each of its rows would do. Nothing of the register changes. */
@Service
public class PreviewImport {
    public static final int ROWS_MAX = 50_000;
    private static final int ROWS_PER_STATEMENT = 500;
    private static final int AT_ONCE_MAX = 2;
    private static final int WAIT_SECONDS_MAX = 60;

    private final EntryStore entries;
    private final ImportStore imports;
    private final Territories territories;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    public PreviewImport(
            EntryStore entries,
            ImportStore imports,
            Territories territories,
            TransactionTemplate transaction,
            Ids ids) {
        this.entries = entries;
        this.imports = imports;
        this.territories = territories;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** @param file the sheet's name */
    public SheetImport preview(Staff staff, Register register, String file, Path sheet, Instant now) {
        return preview(staff, register, file, sheet, ROWS_MAX, now);
    }

    public SheetImport preview(Staff staff, Register register, String file, Path sheet, int rowsMax, Instant now) {
        EntrySight.requireWrite(staff, register);
        takeTurn();
        try (XlsxFile workbook = XlsxFile.open(sheet)) {
            UUID id = ids.next();
            transaction.executeWithoutResult(
                    status -> new Reading(staff, register, file, id, rowsMax, now).read(workbook));
            return imports.find(staff.tenant(), register, id).orElseThrow();
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw refuse(UNAVAILABLE, "registry.imports-busy").exception();
    }

    /** One sheet being read. */
    private final class Reading {
        private final Staff staff;
        private final Tenant tenant;
        private final Register register;
        private final String file;
        private final UUID id;
        private final int rowsMax;
        private final Instant now;
        private final JudgeRow judge;
        private final RowKeys keys = new RowKeys();
        private final List<ReadRow> waiting = new ArrayList<>();
        private @Nullable Heading heading;
        private @Nullable Refusal trouble;
        private @Nullable SheetImport begun;
        private Set<Integer> personal = Set.of();
        private int rows;

        Reading(Staff staff, Register register, String file, UUID id, int rowsMax, Instant now) {
            this.staff = staff;
            this.tenant = staff.tenant();
            this.register = register;
            this.file = file;
            this.id = id;
            this.rowsMax = rowsMax;
            this.now = now;
            this.judge = new JudgeRow(register, territories.of(tenant), staff, EntrySight::covers, ids::next);
        }

        void read(XlsxFile workbook) {
            XlsxFile.Rest rest = workbook.read(this::take);
            Heading.requireUnmerged(rest, heading == null ? 1 : heading.row());
            if (trouble != null) throw trouble.exception();
            if (heading == null || rows == 0)
                throw Refusal.invalid("file", "registry.no-rows").exception();
            judgeWaiting();
            imports.reject(tenant, id, keys.faults(register.key().getFirst()));
            imports.count(tenant, id, rest.empty());
        }

        private void take(SheetRow row) {
            if (trouble != null) return;
            if (heading == null) begin(row);
            else {
                if (++rows > rowsMax)
                    throw refuse(TOO_LARGE, "registry.too-many-rows", rowsMax).exception();
                waiting.add(ReadRow.of(heading, row));
                if (waiting.size() == ROWS_PER_STATEMENT) judgeWaiting();
            }
        }

        private void begin(SheetRow row) {
            Heading.Reading read = Heading.read(register, row);
            trouble = read.refusal();
            heading = read.heading();
            if (heading == null) return;
            personal = personal(heading);
            begun = new SheetImport(
                    id,
                    register.name(),
                    file,
                    SheetImport.State.PENDING,
                    staff.id().toString(),
                    staff.name(),
                    now,
                    null,
                    null,
                    new TreeMap<>(heading.titles()),
                    SheetImport.Counts.NONE);
            imports.add(tenant, begun);
        }

        private void judgeWaiting() {
            if (waiting.isEmpty() || begun == null) return;
            Map<Integer, String> named = new HashMap<>();
            for (ReadRow row : waiting)
                EntryKey.of(register, row.given().data()).ifPresent(key -> {
                    named.put(row.number(), key);
                    keys.add(key, row.number());
                });
            Map<String, Entry> before = entries.byKeys(tenant, register, named.values());
            Map<String, Set<String>> known = known(waiting);
            List<ImportRow> judged = waiting.stream()
                    .map(row -> {
                        String key = named.get(row.number());
                        return judge.judge(
                                row, key, key == null ? null : before.get(key), (target, other) -> known.getOrDefault(
                                                target, Set.of())
                                        .contains(other));
                    })
                    .toList();
            imports.add(tenant, register, begun, personal, judged);
            waiting.clear();
        }

        /** Those of the entries named by these rows that there are, by register. */
        private Map<String, Set<String>> known(List<ReadRow> some) {
            Map<String, Set<String>> named = new HashMap<>();
            for (Field field : register.form().fields())
                if (field.register() != null)
                    for (ReadRow row : some)
                        if (row.given().data().hasNonNull(field.name()))
                            named.computeIfAbsent(field.register(), any -> new HashSet<>())
                                    .add(row.given().data().get(field.name()).asString());
            named.replaceAll((target, wanted) -> entries.known(tenant, target, wanted));
            return named;
        }
    }

    /** Columns of the sheet whose cells are personal. */
    static Set<Integer> personal(Heading heading) {
        Set<Integer> personal = new HashSet<>();
        heading.columns().forEach((at, column) -> {
            if (column.field() != null && column.field().personal()) personal.add(at);
        });
        return personal;
    }
}
