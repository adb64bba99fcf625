package org.yiwang.hotline.sheet;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.ImportRow.Act;
import org.yiwang.registry.model.ImportRow.Difference;
import org.yiwang.registry.table.ReadRow;
import org.yiwang.worktime.WorkCalendar;

/** Decides what a row would do: open a case, tell an order that is there of what is different now, or nothing. */
public record JudgeOrder(Instant now) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** An order that is there, and what is known of the matter in its words. */
    public record Known(OrderRow order, String words) {}

    /** @param order what the row would bring; null where that is nothing */
    public record Judged(ImportRow row, @Nullable UpperOrder order) {}

    /** @param known by order number */
    public Judged judge(ReadRow row, Map<String, Known> known) {
        ReadOrder read = ReadOrder.of(row, now);
        UpperOrder order = read.order();
        if (order == null) return new Judged(written(row, Act.REJECT, read, List.of()), null);
        Known before = known.get(order.no());
        if (before == null) return new Judged(written(row, Act.INSERT, read, List.of()), order);
        List<Difference> changes = changes(before, row, order);
        Act act = changes.isEmpty() ? Act.SAME : Act.CHANGE;
        return new Judged(written(row, act, read, changes), act == Act.SAME ? null : merged(before, row, order));
    }

    private static ImportRow written(ReadRow row, Act act, ReadOrder read, List<Difference> changes) {
        return new ImportRow(row.number(), act, read.no(), null, null, row.cells(), read.faults(), changes, null);
    }

    /** A cell that is empty says nothing of an order that is there. */
    private static List<Difference> changes(Known before, ReadRow row, UpperOrder order) {
        OrderRow known = before.order();
        List<Difference> changes = new ArrayList<>();
        difference(changes, OrderTable.KIND, known.kind().zh(), order.kind().zh());
        if (has(row, OrderTable.URGENT))
            difference(changes, OrderTable.URGENT, urgency(known.urgent()), urgency(order.urgent()));
        if (has(row, OrderTable.CATEGORY)) difference(changes, OrderTable.CATEGORY, known.category(), order.category());
        if (order.dueAt() != null) difference(changes, OrderTable.DUE, moment(known.dueAt()), moment(order.dueAt()));
        difference(changes, OrderTable.CONTENT, before.words(), order.words());
        return List.copyOf(changes);
    }

    /** What the order is once the row has been taken in. */
    private static UpperOrder merged(Known before, ReadRow row, UpperOrder order) {
        OrderRow known = before.order();
        return new UpperOrder(
                order.no(),
                order.kind(),
                has(row, OrderTable.URGENT) ? order.urgent() : known.urgent(),
                has(row, OrderTable.CATEGORY) ? order.category() : known.category(),
                known.receivedAt(),
                order.dueAt() == null ? known.dueAt() : order.dueAt(),
                null,
                order.words(),
                null,
                null,
                "",
                null,
                null);
    }

    private static void difference(List<Difference> changes, String column, String from, String to) {
        if (!from.strip().equals(to.strip())) changes.add(new Difference(column, from, to));
    }

    private static boolean has(ReadRow row, String column) {
        return row.given().data().hasNonNull(column);
    }

    private static String urgency(boolean urgent) {
        return urgent ? "紧急" : "一般";
    }

    /** To the minute, as sheets have it. */
    private static String moment(@Nullable Instant at) {
        return at == null
                ? ""
                : MOMENT.format(LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), WorkCalendar.ZONE));
    }
}
