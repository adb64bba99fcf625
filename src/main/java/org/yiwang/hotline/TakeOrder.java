package org.yiwang.hotline;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.Telephone;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.hotline.model.Rules;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.hotline.section.HotlineRules;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Takes an order in together with the case that it becomes; the same number again changes nothing. */
@Service
class TakeOrder {
    static final Actor HOTLINE = Actor.system("hotline", "12345热线");

    /** An order that is older than this counts from now: its clocks would all have run out before anybody could see it. */
    private static final Duration OLD = Duration.ofDays(30);

    private static final int NAME_CHARACTERS_MAX = 50;
    private static final int TITLE_CHARACTERS = 30;

    private final CaseIntake intake;
    private final PlaceOrder places;
    private final HotlineRules rules;
    private final OrderStore orders;
    private final EnqueuePush push;
    private final TransactionOperations transactions;
    private final Clock clock;

    TakeOrder(
            CaseIntake intake,
            PlaceOrder places,
            HotlineRules rules,
            OrderStore orders,
            EnqueuePush push,
            TransactionOperations transactions,
            Clock clock) {
        this.intake = intake;
        this.places = places;
        this.rules = rules;
        this.orders = orders;
        this.push = push;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What became of an order.
     *
     * @param number of the case; null where the order was there before
     */
    record Taken(boolean isNew, @Nullable String number) {}

    /**
     * Takes the order in, in one transaction with its case and, where it came over the interface, its receipt.
     *
     * @throws org.yiwang.platform.RefusedException when it cannot become a case; then nothing of it is kept
     */
    Taken take(Tenant tenant, UpperOrder order, boolean linked) {
        return requireNonNull(transactions.execute(status -> within(tenant, order, linked)));
    }

    private Taken within(Tenant tenant, UpperOrder order, boolean linked) {
        Instant now = clock.instant();
        Rules inForce = rules.of(tenant)
                .orElseThrow(() -> Refusal.conflict("hotline.no-rules").exception());
        PlaceOrder.Placed placed = places.of(tenant, order);
        if (!orders.add(tenant, order, placed.how(), linked, now)) {
            if (linked) known(tenant, order, now);
            return new Taken(false, null);
        }
        StoredCase opened = intake.take(tenant, matter(order, inForce, placed), HOTLINE, since(order, now), null);
        orders.became(
                tenant,
                order.no(),
                opened.file().id(),
                opened.file().reports().getFirst().id());
        if (linked) receipt(tenant, order, opened.number(), now);
        return new Taken(true, opened.number());
    }

    /** An order that a sheet has brought before gets its receipt now that the interface knows of it. */
    private void known(Tenant tenant, UpperOrder order, Instant now) {
        orders.link(tenant, order.no());
        receipt(tenant, order, "", now);
    }

    private void receipt(Tenant tenant, UpperOrder order, String number, Instant now) {
        push.add(
                tenant,
                order.no(),
                "receipt/" + order.no(),
                "receipt",
                Map.of("at", now.toString(), "number", number),
                now);
    }

    /** Limits count from when the upper platform received the order. */
    private static Instant since(UpperOrder order, Instant now) {
        boolean counts = order.receivedAt().isBefore(now) && order.receivedAt().isAfter(now.minus(OLD));
        return counts ? order.receivedAt() : now;
    }

    private static CaseIntake.Matter matter(UpperOrder order, Rules rules, PlaceOrder.Placed placed) {
        String category = rules.category(order).orElseThrow(() -> Refusal.invalid(
                        "kind", "hotline.kind-unknown", order.kind().id())
                .exception());
        return new CaseIntake.Matter(
                Channel.HOTLINE,
                category,
                title(order, rules),
                order.words(),
                order.urgent() ? Urgency.URGENT : Urgency.NORMAL,
                placed.place(),
                List.of(),
                caller(order),
                null,
                Map.of(),
                rules.limits(order));
    }

    /** A matter without a title is called as its category is. One that nobody has sorted yet begins with its own words: the catch-all would say nothing of it. */
    private static @Nullable String title(UpperOrder order, Rules rules) {
        if (order.title() != null || rules.categories().containsKey(order.category())) return order.title();
        String start = order.words().strip().split("[。！？；\\n]", 2)[0];
        return start.isBlank() ? null : start.substring(0, Math.min(start.length(), TITLE_CHARACTERS));
    }

    /** A number that is none is left with the words of the order, which say it too. */
    private static ReportStore.Reporter caller(UpperOrder order) {
        String name = order.caller();
        String phone = order.phone();
        return new ReportStore.Reporter(
                name == null ? null : name.substring(0, Math.min(name.length(), NAME_CHARACTERS_MAX)),
                phone != null && Telephone.isOne(phone) ? phone : null,
                order.words());
    }
}
