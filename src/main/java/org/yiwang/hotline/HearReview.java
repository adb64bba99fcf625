package org.yiwang.hotline;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.UpperStatus;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.ReviewStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/** Lets what the upper platform has decided about an order have its effect on the case. */
@Service
class HearReview {
    private static final String STALE = "case.stale";

    private final OrderStore orders;
    private final ReviewStore reviews;
    private final ActOnCase act;
    private final Clock clock;

    HearReview(OrderStore orders, ReviewStore reviews, ActOnCase act, Clock clock) {
        this.orders = orders;
        this.reviews = reviews;
        this.act = act;
        this.clock = clock;
    }

    /**
     * @return why it has no effect any more, such as more time for what is closed; null when it had one
     * @throws RefusedException {@code hotline.unknown-order} for an order that we do not have
     */
    @Nullable
    String hear(Tenant tenant, Message message) {
        return switch (message) {
            case Message.Supervised asked ->
                step(
                        tenant,
                        order(tenant, asked.no()),
                        "supervise",
                        asked.note().isBlank() ? "上级平台督办" : asked.note());
            case Message.ReturnReviewed asked ->
                returned(tenant, order(tenant, asked.no()), asked.granted(), asked.note(), asked.at());
            case Message.ExtensionReviewed asked ->
                extended(tenant, order(tenant, asked.no()), asked.granted(), asked.note(), asked.at());
            case Message.Ordered order -> throw noDecision(order);
            case Message.Unreadable unreadable -> throw noDecision(unreadable);
        };
    }

    private static IllegalArgumentException noDecision(Message message) {
        return new IllegalArgumentException("This is no decision about an order: " + message);
    }

    private OrderRow order(Tenant tenant, String no) {
        return orders.find(tenant, no)
                .orElseThrow(() -> Refusal.notFound("hotline.unknown-order", no).exception());
    }

    private @Nullable String returned(Tenant tenant, OrderRow order, boolean granted, String note, Instant at) {
        if (!reviews.settle(tenant, order.no(), "return", granted, note, at)) return "hotline.nothing-asked";
        if (!granted) {
            CaseFile file =
                    act.visible(tenant, order.nowCase(), TakeOrder.HOTLINE).file();
            orders.told(tenant, order.no(), UpperStatus.of(file.stage()).code());
            return step(tenant, order, "comment", "上级平台不同意退单" + (note.isBlank() ? "" : "：" + note));
        }
        orders.told(tenant, order.no(), UpperStatus.RETURNED.code());
        return step(tenant, order, "take-back", note.isBlank() ? "上级平台同意退单" : note);
    }

    private @Nullable String extended(Tenant tenant, OrderRow order, boolean granted, String note, Instant at) {
        if (!reviews.settle(tenant, order.no(), "extension", granted, note, at)) return "hotline.nothing-asked";
        String words = note.isBlank() ? (granted ? "上级平台同意延期" : "上级平台不同意延期") : note;
        return step(tenant, order, granted ? "grant-extension" : "refuse-extension", words);
    }

    /** The order's row follows a moment after its case was merged into another. */
    private UUID whereNow(Tenant tenant, OrderRow order) {
        UUID into = act.visible(tenant, order.nowCase(), TakeOrder.HOTLINE)
                .file()
                .notes()
                .mergedInto();
        return into == null ? order.nowCase() : into;
    }

    private @Nullable String step(Tenant tenant, OrderRow order, String action, String note) {
        try {
            ActionInput input = new ActionInput.Builder().note(note).build();
            act.act(
                    tenant,
                    ActOnCase.Request.of(whereNow(tenant, order), action, input),
                    TakeOrder.HOTLINE,
                    clock.instant());
            return null;
        } catch (RefusedException e) {
            // Somebody was faster: the whole message is taken in again.
            if (e.refusal().code().equals(STALE)) throw e;
            return PullOrders.why(e);
        }
    }
}
