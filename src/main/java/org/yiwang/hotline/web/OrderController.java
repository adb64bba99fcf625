package org.yiwang.hotline.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.Actor;
import org.yiwang.hotline.AskReturn;
import org.yiwang.hotline.HandleAgain;
import org.yiwang.hotline.RecordCall;
import org.yiwang.hotline.model.CallResult;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.model.UpperStatus;
import org.yiwang.hotline.store.CallStore;
import org.yiwang.hotline.store.FindOrders;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.ReviewStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** The upper platform's orders: all of them for the centre, those of a case for whoever may see the case. */
@RestController
@RequestMapping("/api/v1/hotline")
class OrderController {
    private static final int PAGE_MAX = 100;
    private static final int PAGES_MAX = 1_000;
    private static final int TEXT_CHARACTERS_MAX = 80;
    private static final Set<String> SHOWN =
            Set.of("all", "open", "late", "no-contact", "waiting", "dead", "passed", "again", "unclear");

    @SchemaName("HotlineOrderList")
    record OrderList(List<FindOrders.Line> items, int total) {}

    @SchemaName("HotlineCallView")
    record CallView(Instant at, String by, String number, CallResult result, String note) {}

    @SchemaName("HotlineReviewView")
    record ReviewView(
            String what,
            Instant askedAt,
            String reason,
            String ground,
            String note,
            String state,
            @Nullable Instant reviewedAt,
            @Nullable String answer) {}

    /** @param status where it stands by what the upper platform was told */
    @SchemaName("HotlineOrderView")
    record OrderView(
            String no,
            OrderKind kind,
            boolean urgent,
            Instant receivedAt,
            @Nullable Instant dueAt,
            String placed,
            boolean linked,
            @Nullable UUID report,
            @Nullable String firstUnit,
            int passed,
            int again,
            String status,
            List<CallView> calls,
            List<ReviewView> reviews,
            List<FindOrders.Told> told) {}

    @SchemaName("HotlineOrdersOfCase")
    record OrdersOfCase(List<OrderView> items) {}

    @SchemaName("HotlineCall")
    record CallBody(
            @Nullable String no,
            @Nullable CallResult result,
            @Nullable String note) {}

    @SchemaName("HotlineReturn")
    record ReturnBody(
            @Nullable String reason,
            @Nullable String ground,
            @Nullable String note) {}

    @SchemaName("HotlineAgain")
    record AgainBody(@Nullable String note) {}

    private final FindOrders find;
    private final OrderStore orders;
    private final CallStore calls;
    private final ReviewStore reviews;
    private final RecordCall record;
    private final AskReturn ask;
    private final HandleAgain again;
    private final ActOnCase cases;
    private final Clock clock;

    OrderController(
            FindOrders find,
            OrderStore orders,
            CallStore calls,
            ReviewStore reviews,
            RecordCall record,
            AskReturn ask,
            HandleAgain again,
            ActOnCase cases,
            Clock clock) {
        this.find = find;
        this.orders = orders;
        this.calls = calls;
        this.reviews = reviews;
        this.record = record;
        this.ask = ask;
        this.again = again;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param show all, open, late, no-contact, waiting, dead, passed, again or unclear */
    @Needs("hotline.read")
    @GetMapping("/orders")
    OrderList orders(
            Staff staff,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        bounded("page", page, 0, PAGES_MAX);
        bounded("size", size, 1, PAGE_MAX);
        if (!SHOWN.contains(show))
            throw Refusal.invalid("show", "hotline.unknown-show", show).exception();
        if (q != null) bounded("q", q.length(), 0, TEXT_CHARACTERS_MAX);
        FindOrders.Query query = new FindOrders.Query(kind(kind), show, blank(unit), blank(q));
        Instant now = clock.instant();
        return new OrderList(
                find.lines(staff.tenant(), query, now, page * size, size), find.count(staff.tenant(), query, now));
    }

    /** The orders that are handled in a case, several where callers complain of one matter; none where it is about no order. */
    @GetMapping("/cases/{id}/orders")
    OrdersOfCase ofCase(Staff staff, @PathVariable UUID id, Locale locale) {
        cases.visible(staff.tenant(), id, Actor.staff(staff));
        boolean zh = !locale.getLanguage().equals("en");
        return new OrdersOfCase(orders.ofCase(staff.tenant(), id).stream()
                .map(order -> new OrderView(
                        order.no(),
                        order.kind(),
                        order.urgent(),
                        order.receivedAt(),
                        order.dueAt(),
                        order.placed(),
                        order.linked(),
                        order.report(),
                        order.firstUnit() == null ? null : order.firstUnit().value(),
                        order.passed(),
                        order.again(),
                        UpperStatus.written(order.told())
                                .map(status -> zh ? status.zh() : status.en())
                                .orElse(order.told()),
                        calls.of(staff.tenant(), order.no()).stream()
                                .map(call -> new CallView(
                                        call.at(), call.staffName(), call.number(), call.result(), call.note()))
                                .toList(),
                        reviews.of(staff.tenant(), order.no()).stream()
                                .map(review -> new ReviewView(
                                        review.what(),
                                        review.askedAt(),
                                        review.reason(),
                                        review.ground(),
                                        review.note(),
                                        review.state(),
                                        review.reviewedAt(),
                                        review.answer()))
                                .toList(),
                        find.told(staff.tenant(), order.no())))
                .toList());
    }

    /** A call to the caller of an order; a first contact where somebody was reached. */
    @PostMapping("/cases/{id}/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void call(
            Staff staff,
            @PathVariable UUID id,
            @RequestBody CallBody call,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (call.no() == null)
            throw Refusal.invalid("no", "case.field-missing", "no").exception();
        if (call.result() == null)
            throw Refusal.invalid("result", "case.field-missing", "result").exception();
        record.record(staff, id, call.no(), call.result(), call.note(), key);
    }

    @Needs("hotline.manage")
    @PostMapping("/orders/{no}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askReturn(Staff staff, @PathVariable String no, @RequestBody ReturnBody body) {
        ask.ask(staff, no, body.reason(), body.ground(), body.note());
    }

    @Needs("hotline.manage")
    @PostMapping("/orders/{no}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(Staff staff, @PathVariable String no, @RequestBody AgainBody body) {
        again.give(staff, no, body.note());
    }

    static void bounded(String field, int value, int from, int to) {
        if (value < from || value > to)
            throw Refusal.invalid(field, "request.out-of-range", field, from, to)
                    .exception();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable OrderKind kind(@Nullable String id) {
        if (id == null || id.isBlank()) return null;
        try {
            return OrderKind.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("kind", "hotline.unknown-show", id).exception();
        }
    }
}
