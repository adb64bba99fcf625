package org.yiwang.hotline;

import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.Kind.UNAVAILABLE;
import static org.yiwang.platform.Refusal.refuse;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.ReportStore;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.Rules;
import org.yiwang.hotline.section.HotlineRules;
import org.yiwang.hotline.sheet.JudgeOrder;
import org.yiwang.hotline.sheet.JudgeOrder.Judged;
import org.yiwang.hotline.sheet.JudgeOrder.Known;
import org.yiwang.hotline.sheet.OrderTable;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.SheetStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.sheet.SheetFile;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.registry.sheet.XlsxFile;
import org.yiwang.registry.table.Heading;
import org.yiwang.registry.table.ReadRow;
import org.yiwang.registry.table.RowKeys;

/** Reads a day's orders from a sheet and writes down what each row would do. No order and no case changes. */
@Service
public class PreviewOrders {
    /** Ten times what a sub-district of a hundred thousand people gets on its worst day. */
    public static final int ROWS_MAX = 2_000;

    private static final int WAIT_SECONDS_MAX = 60;

    private final OrderStore orders;
    private final ReportStore reporters;
    private final HotlineRules rules;
    private final SheetStore sheets;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);

    PreviewOrders(
            OrderStore orders,
            ReportStore reporters,
            HotlineRules rules,
            SheetStore sheets,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.orders = orders;
        this.reporters = reporters;
        this.rules = rules;
        this.sheets = sheets;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param file the sheet's name
     * @return the id of what was written down
     */
    public UUID preview(Staff staff, String file, Path sheet) {
        Rules inForce = rules.of(staff.tenant())
                .orElseThrow(() -> Refusal.conflict("hotline.no-rules").exception());
        takeTurn();
        try {
            Reading reading = new Reading(inForce.columns());
            XlsxFile.Rest rest = SheetFile.read(sheet, reading::take);
            Heading heading = reading.heading(rest);
            return keep(staff, file, heading, reading.rows, rest.empty());
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw refuse(UNAVAILABLE, "registry.imports-busy").exception();
    }

    private UUID keep(Staff staff, String file, Heading heading, List<ReadRow> rows, int empty) {
        Tenant tenant = staff.tenant();
        UUID id = ids.next();
        Instant now = clock.instant();
        SheetImport sheet = new SheetImport(
                id,
                OrderTable.TABLE.name(),
                file,
                SheetImport.State.PENDING,
                staff.id().toString(),
                staff.name(),
                now,
                null,
                null,
                new TreeMap<>(heading.titles()),
                new SheetImport.Counts(0, 0, 0, 0, empty));
        List<Judged> judged = judged(tenant, rows, now);
        transaction.executeWithoutResult(status -> {
            sheets.forget(tenant, now);
            sheets.add(tenant, sheet, heading.unread());
            for (Judged one : judged) sheets.add(tenant, id, one);
            sheets.count(tenant, id);
        });
        return id;
    }

    private List<Judged> judged(Tenant tenant, List<ReadRow> rows, Instant now) {
        JudgeOrder judge = new JudgeOrder(now);
        RowKeys keys = new RowKeys();
        Map<String, Known> known = new HashMap<>();
        for (ReadRow row : rows)
            no(row).ifPresent(no -> {
                keys.add(no, row.number());
                if (!known.containsKey(no)) known(tenant, no).ifPresent(one -> known.put(no, one));
            });
        Map<Integer, ImportRow.Fault> twice = keys.faults(OrderTable.NO);
        return rows.stream()
                .map(row -> {
                    Judged one = judge.judge(row, known);
                    ImportRow.Fault fault = twice.get(row.number());
                    return fault == null ? one : new Judged(one.row().rejected(fault), null);
                })
                .toList();
    }

    private static Optional<String> no(ReadRow row) {
        String no = row.given().data().path(OrderTable.NO).asString("").strip();
        return no.isEmpty() ? Optional.empty() : Optional.of(no);
    }

    private Optional<Known> known(Tenant tenant, String no) {
        return orders.find(tenant, no).map(order -> new Known(order, words(tenant, order)));
    }

    private String words(Tenant tenant, OrderRow order) {
        return orders.laterWords(tenant, order.no()).orElseGet(() -> {
            ReportStore.Reporter reporter =
                    reporters.of(tenant, order.nowCase()).get(order.report());
            return reporter == null ? "" : reporter.words();
        });
    }

    /** One sheet being read. */
    private static final class Reading {
        private final Map<String, String> names;
        private final List<ReadRow> rows = new ArrayList<>();
        private @Nullable Heading heading;
        private @Nullable Refusal trouble;

        /** @param names what the columns are called elsewhere, to what they are called here */
        Reading(Map<String, String> names) {
            this.names = names;
        }

        void take(SheetRow row) {
            if (trouble != null) return;
            if (heading == null) {
                Heading.Reading read = Heading.read(OrderTable.TABLE, OrderTable.renamed(row, names), true);
                trouble = read.refusal();
                heading = read.heading();
            } else {
                if (rows.size() == ROWS_MAX)
                    throw refuse(TOO_LARGE, "registry.too-many-rows", ROWS_MAX).exception();
                rows.add(ReadRow.of(heading, row));
            }
        }

        Heading heading(XlsxFile.Rest rest) {
            Heading read = heading;
            Heading.requireUnmerged(rest, read == null ? 1 : read.row());
            if (trouble != null) throw trouble.exception();
            if (read == null || rows.isEmpty())
                throw Refusal.invalid("file", "registry.no-rows").exception();
            return read;
        }
    }
}
