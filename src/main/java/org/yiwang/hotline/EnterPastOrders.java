package org.yiwang.hotline;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.Telephone;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.store.PastStore;
import org.yiwang.hotline.store.PastStore.PastCall;
import org.yiwang.hotline.store.PastStore.PastOrder;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;

/** Gives hotline cases that are there without an order theirs: for an office that brings its past along, and for the demonstration's year. Nothing is told of them. */
@Service
public class EnterPastOrders {
    private static final int ROWS_PER_TRANSACTION = 500;

    private final PastStore past;
    private final ReportStore reporters;
    private final Ids ids;
    private final TransactionTemplate transaction;

    EnterPastOrders(PastStore past, ReportStore reporters, Ids ids, TransactionTemplate transaction) {
        this.past = past;
        this.reporters = reporters;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * Goes on where it stopped, however often it is called.
     *
     * @param kind of an order, by the category and the number of its case
     * @return how many orders were entered
     */
    public int enter(Tenant tenant, BiFunction<String, String, OrderKind> kind) {
        int all = 0;
        for (int some = ROWS_PER_TRANSACTION; some == ROWS_PER_TRANSACTION; all += some)
            some = Objects.requireNonNull(transaction.execute(status -> some(tenant, kind)));
        return all;
    }

    private int some(Tenant tenant, BiFunction<String, String, OrderKind> kind) {
        List<PastOrder> orders = past.without(tenant, ROWS_PER_TRANSACTION);
        past.add(tenant, orders, order -> kind.apply(order.category(), order.number()));
        for (PastOrder order : orders) {
            List<PastCall> calls = past.contacts(tenant, order.caseId());
            if (calls.isEmpty()) continue;
            ReportStore.Reporter reporter =
                    reporters.of(tenant, order.nowCase()).get(order.report());
            String number = reporter == null ? null : Telephone.masked(reporter.phone());
            if (number != null) past.add(tenant, order, calls, number, ids);
        }
        return orders.size();
    }
}
