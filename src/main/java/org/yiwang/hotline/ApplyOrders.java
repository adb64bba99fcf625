package org.yiwang.hotline;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.sheet.OrderTable;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.SheetStore;
import org.yiwang.hotline.store.SheetStore.ToDo;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.ImportRow.Act;
import org.yiwang.registry.model.SheetImport.State;
import org.yiwang.registry.table.Columns;

/**
 * Takes in what a sheet brings, each row in a transaction with the mark that it has been: whoever stops half way goes on there later. An order that has come over
 * the interface since the preview is there already, and its row does nothing.
 */
@Service
public class ApplyOrders {
    private static final String STALE = "case.stale";
    private static final int TRIES_MAX = 5;
    private static final int NOTE_CHARACTERS_MAX = 4_000;

    private final SheetStore sheets;
    private final TakeOrder take;
    private final OrderStore orders;
    private final ActOnCase act;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplyOrders(
            SheetStore sheets,
            TakeOrder take,
            OrderStore orders,
            ActOnCase act,
            TransactionTemplate transaction,
            Clock clock) {
        this.sheets = sheets;
        this.take = take;
        this.orders = orders;
        this.act = act;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void apply(Staff staff, UUID sheet) {
        pending(staff.tenant(), sheet);
        int stale = 0;
        boolean isMore = true;
        while (isMore)
            try {
                isMore = next(staff, sheet);
            } catch (RefusedException e) {
                // Somebody took a step in the case at the same moment.
                if (++stale == TRIES_MAX) throw e;
            }
        close(staff.tenant(), sheet, State.APPLIED);
    }

    public void drop(Staff staff, UUID sheet) {
        pending(staff.tenant(), sheet);
        close(staff.tenant(), sheet, State.DROPPED);
    }

    private void close(Tenant tenant, UUID sheet, State state) {
        transaction.executeWithoutResult(status -> {
            sheets.close(tenant, sheet, state, clock.instant());
            sheets.count(tenant, sheet);
        });
    }

    private void pending(Tenant tenant, UUID sheet) {
        State state = sheets.find(tenant, sheet)
                .orElseThrow(() -> Refusal.notFound("registry.no-import").exception())
                .sheet()
                .state();
        if (state != State.PENDING)
            throw Refusal.conflict("hotline.sheet-" + state.id()).exception();
    }

    /** Whether there was a row left. What cannot be taken in is marked, and holds nothing up. */
    private boolean next(Staff staff, UUID sheet) {
        AtomicInteger row = new AtomicInteger();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<ToDo> next = sheets.next(staff.tenant(), sheet);
                next.ifPresent(found -> {
                    row.set(found.row());
                    sheets.done(staff.tenant(), sheet, found.row(), done(staff, found), clock.instant());
                });
                return next.isPresent();
            }));
        } catch (RefusedException e) {
            if (e.refusal().code().equals(STALE)) throw e;
            sheets.reject(staff.tenant(), sheet, row.get(), ImportRow.Fault.of("", e.refusal()));
            return true;
        }
    }

    private Act done(Staff staff, ToDo row) {
        Tenant tenant = staff.tenant();
        if (row.act() == Act.INSERT)
            return take.take(tenant, row.order(), false).isNew() ? Act.INSERT : Act.SAME;
        OrderRow order = orders.find(tenant, row.order().no()).orElseThrow();
        orders.change(tenant, row.order());
        tell(staff, order, row);
        return Act.CHANGE;
    }

    /** The case hears what is different now. Its limits stay: more time is asked for and granted, whoever grants it. */
    private void tell(Staff staff, OrderRow order, ToDo row) {
        String changes = row.changes().stream()
                .map(change -> Columns.called(OrderTable.TABLE, change.column())
                                .map(column -> column.heading("zh"))
                                .orElse(change.column())
                        + "：" + (change.from().isEmpty() ? "无" : change.from()) + " → " + change.to())
                .collect(Collectors.joining("；", "上级平台更正工单 " + order.no() + "：", "。"));
        String note = changes.substring(0, Math.min(changes.length(), NOTE_CHARACTERS_MAX));
        try {
            act.act(
                    staff.tenant(),
                    ActOnCase.Request.of(
                            order.nowCase(),
                            "comment",
                            new ActionInput.Builder().note(note).build()),
                    Actor.staff(staff),
                    clock.instant());
        } catch (RefusedException e) {
            // A case at rest, such as one that was given back, hears nothing more; the order itself says it.
            if (e.refusal().code().equals(STALE)) throw e;
        }
    }
}
