package org.yiwang.hotline.sheet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Telephone;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.ImportRow.Fault;
import org.yiwang.registry.table.ReadRow;
import org.yiwang.scenario.form.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row of the table says.
 *
 * @param no null where the row has no order number
 * @param order null where the row has faults
 */
record ReadOrder(@Nullable String no, @Nullable UpperOrder order, List<Fault> faults) {
    private static final String URGENT = "JJ";
    private static final String HIDDEN = "*";

    static ReadOrder of(ReadRow row, Instant now) {
        ObjectNode data = row.given().data();
        List<FieldFault> faults = new ArrayList<>(row.faults());
        faults.addAll(OrderTable.TABLE.form().check(data));
        if (faults.isEmpty()) faults.addAll(senseless(row.given(), now));
        String no = text(data, OrderTable.NO);
        return faults.isEmpty()
                ? new ReadOrder(no, order(row.given()), List.of())
                : new ReadOrder(no, null, once(faults));
    }

    /** What can be read and cannot be so. */
    private static List<FieldFault> senseless(GivenEntry given, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        ObjectNode data = given.data();
        Instant received = moment(data, OrderTable.RECEIVED);
        Instant due = moment(data, OrderTable.DUE);
        if (received != null && received.isAfter(now)) faults.add(fault(OrderTable.RECEIVED, "hotline.sheet-not-yet"));
        if (received != null && due != null && !due.isAfter(received))
            faults.add(fault(OrderTable.DUE, "hotline.sheet-due-before"));
        String phone = text(data, OrderTable.PHONE);
        if (phone != null && !phone.contains(HIDDEN) && !Telephone.isOne(phone))
            faults.add(fault(OrderTable.PHONE, "hotline.sheet-no-phone"));
        if ((given.lon() == null) != (given.lat() == null))
            faults.add(fault(OrderTable.ADDRESS, "registry.half-a-point"));
        return faults;
    }

    private static UpperOrder order(GivenEntry given) {
        ObjectNode data = given.data();
        String address = text(data, OrderTable.ADDRESS);
        String category = text(data, OrderTable.CATEGORY);
        return new UpperOrder(
                needed(data, OrderTable.NO),
                OrderKind.written(needed(data, OrderTable.KIND)).orElseThrow(),
                URGENT.equals(text(data, OrderTable.URGENT)),
                category == null ? "" : category,
                OffsetDateTime.parse(needed(data, OrderTable.RECEIVED)).toInstant(),
                moment(data, OrderTable.DUE),
                text(data, OrderTable.TITLE),
                needed(data, OrderTable.CONTENT),
                text(data, OrderTable.CALLER),
                text(data, OrderTable.PHONE),
                address == null ? "" : address,
                given.lon(),
                given.lat());
    }

    private static String needed(ObjectNode data, String column) {
        String text = text(data, column);
        if (text == null) throw new IllegalStateException("A row without faults lacks " + column);
        return text;
    }

    private static @Nullable String text(ObjectNode data, String column) {
        JsonNode value = data.path(column);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    private static @Nullable Instant moment(ObjectNode data, String column) {
        String text = text(data, column);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static FieldFault fault(String column, String code) {
        return new FieldFault(column, Refusal.invalid(column, code));
    }

    /** One fault a column: a cell that could not be read is not missing too. */
    private static List<Fault> once(List<FieldFault> faults) {
        Set<String> seen = new HashSet<>();
        return faults.stream()
                .filter(fault -> seen.add(fault.field()))
                .map(Fault::of)
                .toList();
    }
}
