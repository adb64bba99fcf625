package org.yiwang.hotline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Given;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.LimitUnit;

/**
 * What a package says of orders.
 *
 * @param kinds limits and catch-all category of each kind
 * @param urgent limits that go before those of the kind when an order is urgent
 * @param again limits of a second handling
 * @param categories from the upper platform's categories to ours
 * @param returnWithin 退单: how long after its arrival an order may be given back
 * @param columns how the city's export calls the columns of a day's orders, to what they are called here
 */
public record Rules(
        Map<OrderKind, OfKind> kinds,
        Map<ClockName, Limit> urgent,
        Map<ClockName, Limit> again,
        Map<String, String> categories,
        NoteRule note,
        Limit returnWithin,
        Map<String, String> columns) {

    /** @param category for matters whose own category is none of ours */
    public record OfKind(String category, Map<ClockName, Limit> limits) {}

    /** Our category for an order; empty where neither its own nor its kind is known here. */
    public Optional<String> category(UpperOrder order) {
        Optional<String> own = Optional.ofNullable(categories.get(order.category()));
        return own.or(() -> Optional.ofNullable(kinds.get(order.kind())).map(OfKind::category));
    }

    /** The limits that an order brings with it: those of its kind, before them those of urgency, before all the time that the upper platform sets. */
    public Given limits(UpperOrder order) {
        Map<ClockName, Limit> limits = new EnumMap<>(ClockName.class);
        OfKind kind = kinds.get(order.kind());
        if (kind != null) limits.putAll(kind.limits());
        if (order.urgent()) limits.putAll(urgent);
        Instant due = order.dueAt();
        if (due != null && due.isAfter(order.receivedAt()))
            limits.put(ClockName.WHOLE, span(Duration.between(order.receivedAt(), due)));
        return new Given(limits, again);
    }

    /** Minutes where they can be counted so, which is some seventy days; hours beyond. */
    private static Limit span(Duration span) {
        return span.toMinutes() <= Limit.AMOUNT_MAX
                ? new Limit((int) span.toMinutes(), LimitUnit.MINUTES)
                : new Limit((int) Math.min(span.toHours(), Limit.AMOUNT_MAX), LimitUnit.HOURS);
    }
}
