package org.yiwang.hotline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Report;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.UpperStatus;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.ReviewStore;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.OutboxReaders;

/** Follows the cases that orders have become: who got them first, where they stand, and what the upper platform is to be told of it. */
@Service
class FollowCases {
    private static final String READER = "hotline-orders";
    private static final String TOPIC = "case";

    private final OutboxReaders outbox;
    private final OrderStore orders;
    private final ReviewStore reviews;
    private final EnqueuePush push;
    private final ActOnCase cases;
    private final Units units;

    FollowCases(
            OutboxReaders outbox,
            OrderStore orders,
            ReviewStore reviews,
            EnqueuePush push,
            ActOnCase cases,
            Units units) {
        this.outbox = outbox;
        this.orders = orders;
        this.reviews = reviews;
        this.push = push;
        this.cases = cases;
        this.units = units;
    }

    void turn(Tenant tenant) {
        outbox.read(tenant, READER, TOPIC, row -> follow(tenant, row));
    }

    /** A step of the case of an order. */
    private record Step(Tenant tenant, OrderRow order, CaseFile file, String action, int version, Instant at) {}

    private void follow(Tenant tenant, FeedRow row) {
        List<OrderRow> concerned = orders.ofCase(tenant, row.key());
        if (concerned.isEmpty()) return;
        CaseFile file = cases.visible(tenant, row.key(), Actor.CLOCK).file();
        String action = row.payload().path("action").asString("");
        int version = row.payload().path("version").asInt();
        Instant at = Instant.parse(row.payload().path("at").asString(""));
        String lead = row.payload().path("lead").asString("");
        for (OrderRow order : concerned) follow(new Step(tenant, order, file, action, version, at), lead);
    }

    private void follow(Step step, String lead) {
        if (isAtRest(step)) return;
        switch (step.action) {
            case "accept" -> tell(step, "accepted", UpperStatus.ACCEPTED, Map.of());
            case "dispatch", "arbitrate", "redispatch" -> given(step, new UnitId(lead));
            case "grant-return" -> orders.passedOn(step.tenant, step.order.no());
            case "claim", "assign", "self-handle" -> handling(step);
            case "contact" -> contact(step);
            case "close" -> tell(step, "closed", UpperStatus.CLOSED, Map.of("answer", answer(step)));
            case "visit" -> visit(step);
            case "decline" -> tell(step, "declined", UpperStatus.DECLINED, Map.of("answer", answer(step)));
            case "withdraw" -> tell(step, "declined", UpperStatus.DECLINED, Map.of("answer", ""));
            case "reopen" -> {
                orders.handledAgain(step.tenant, step.order.no());
                tell(step, "reopened", UpperStatus.ACCEPTED, Map.of());
            }
            case "merge" -> merged(step);
            case "ask-extension" -> extension(step);
            default -> {}
        }
    }

    /**
     * Of several callers in one matter each is answered and visited for himself: who was satisfied hears nothing of the second handling that another one gets. A
     * visit that names its caller is told in any case.
     */
    private boolean isAtRest(Step step) {
        if (!step.order.told().equals(UpperStatus.VISITED.code()) || !isOneOfSeveral(step.file)) return false;
        if (step.action.equals("visit")
                && paid(step).filter(visit -> visit.report() != null).isPresent()) return false;
        return step.file.notes().visits().stream()
                .filter(visit -> visit.at().isBefore(step.at))
                .filter(visit -> visit.report() == null || visit.report().equals(step.order.report()))
                .reduce((first, last) -> last)
                .map(CaseNotes.Visit::satisfaction)
                .filter(stars -> stars > HandleAgain.DISSATISFIED_MAX)
                .isPresent();
    }

    private static boolean isOneOfSeveral(CaseFile file) {
        return file.reports().size() > 1;
    }

    private void given(Step step, UnitId unit) {
        orders.firstReceived(step.tenant, step.order.no(), unit);
        String name = units.all(step.tenant).stream()
                .filter(one -> one.id().equals(unit))
                .map(one -> one.name())
                .findFirst()
                .orElse(unit.value());
        tell(step, "assigned", UpperStatus.ASSIGNED, Map.of("unit", name));
    }

    /** Said once, however often the case changes hands within its unit. */
    private void handling(Step step) {
        if (!step.order.told().equals(UpperStatus.HANDLING.code()))
            tell(step, "handling", UpperStatus.HANDLING, Map.of());
    }

    private void contact(Step step) {
        boolean reached = step.file.notes().contacts().stream()
                .filter(contact -> contact.at().equals(step.at))
                .anyMatch(CaseNotes.Contact::reached);
        add(step, "contact", Map.of("reached", reached));
    }

    private void visit(Step step) {
        Optional<CaseNotes.Visit> paid = paid(step);
        if (paid.isEmpty()) return;
        CaseNotes.Visit visit = paid.get();
        Map<String, Object> body = new HashMap<>();
        body.put("reached", visit.reached());
        if (visit.solved() != null) body.put("solved", visit.solved());
        if (visit.satisfaction() != null) body.put("satisfaction", visit.satisfaction());
        if (visit.reason() != null) body.put("reason", visit.reason());
        tell(step, "visited", UpperStatus.VISITED, body);
    }

    /** The visit of this step, where it was paid to this order's caller or to nobody in particular. */
    private static Optional<CaseNotes.Visit> paid(Step step) {
        return step.file.notes().visits().stream()
                .filter(visit -> visit.at().equals(step.at))
                .filter(visit -> visit.report() == null || visit.report().equals(step.order.report()))
                .findFirst();
    }

    private static String answer(Step step) {
        return step.file.reports().stream()
                .filter(report -> report.id().equals(step.order.report()))
                .map(Report::answer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private void merged(Step step) {
        var target = step.file.notes().mergedInto();
        if (target == null) return;
        orders.movedTo(step.tenant, step.order.no(), target);
        String number = cases.visible(step.tenant, target, Actor.CLOCK).number();
        add(step, "merged", Map.of("into", number));
    }

    /** More time is for the upper platform to grant. */
    private void extension(Step step) {
        CaseNotes.ExtensionAsk ask = step.file.notes().extensionAsk();
        if (!step.order.linked() || ask == null) return;
        String key = key(step);
        boolean asked = reviews.ask(
                step.tenant,
                new ReviewStore.Review(
                        key, step.order.no(), "extension", "", step.at, ask.reason(), "", "", "asked", null, null));
        if (!asked) return;
        Map<String, Object> body = Map.of(
                "reason",
                ask.reason(),
                "amount",
                ask.limit().amount(),
                "unit",
                ask.limit().unit().id());
        add(step, "extension", body);
    }

    private void tell(Step step, String act, UpperStatus status, Map<String, ?> body) {
        orders.told(step.tenant, step.order.no(), status.code());
        add(step, act, body);
    }

    /** Orders of a sheet have nobody to tell. */
    private void add(Step step, String act, Map<String, ?> body) {
        if (!step.order.linked()) return;
        Map<String, Object> whole = new HashMap<>(body);
        whole.put("at", step.at.toString());
        push.add(step.tenant, step.order.no(), key(step), act, whole, step.at);
    }

    private static String key(Step step) {
        return "case/" + step.file.id() + "/" + step.version + "/" + step.order.no();
    }
}
