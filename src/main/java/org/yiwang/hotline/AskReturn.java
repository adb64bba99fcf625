package org.yiwang.hotline;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.StandardCatalogue;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Stage;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.UpperStatus;
import org.yiwang.hotline.section.HotlineRules;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.ReviewStore;
import org.yiwang.hotline.store.ReviewStore.Review;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;

/** Asks the upper platform to take an order back (退单): with a reason and the rule it rests on, within a working day of its arrival. The clocks run on until it has answered. */
@Service
public class AskReturn {
    private static final Set<Stage> OURS = EnumSet.of(Stage.REPORTED, Stage.CHECKING, Stage.ACCEPTED);
    private static final String REASONS = "return";
    private static final int TEXT_CHARACTERS_MAX = 500;

    private final OrderStore orders;
    private final ReviewStore reviews;
    private final HotlineRules rules;
    private final StandardCatalogue catalogue;
    private final EnqueuePush push;
    private final ActOnCase cases;
    private final WorkCalendar calendar;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskReturn(
            OrderStore orders,
            ReviewStore reviews,
            HotlineRules rules,
            StandardCatalogue catalogue,
            EnqueuePush push,
            ActOnCase cases,
            WorkCalendar calendar,
            Ids ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.reviews = reviews;
        this.rules = rules;
        this.catalogue = catalogue;
        this.push = push;
        this.cases = cases;
        this.calendar = calendar;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param reason of the reason list {@code return}
     * @param ground the rule that it rests on; that of the reason where it is empty
     */
    public void ask(Staff staff, String no, @Nullable String reason, @Nullable String ground, @Nullable String note) {
        OrderRow order = orders.find(staff.tenant(), no)
                .orElseThrow(() -> Refusal.notFound("hotline.unknown-order", no).exception());
        if (!order.linked()) throw Refusal.conflict("hotline.not-linked", no).exception();
        CaseFile file = cases.visible(staff.tenant(), order.nowCase(), Actor.staff(staff))
                .file();
        if (!OURS.contains(file.stage()))
            throw Refusal.conflict("hotline.not-returnable").exception();
        Instant now = clock.instant();
        Limit within = rules.of(staff.tenant())
                .orElseThrow(() -> Refusal.conflict("hotline.no-rules").exception())
                .returnWithin();
        if (now.isAfter(calendar.due(order.takenAt(), List.of(within), List.of())))
            throw Refusal.conflict("hotline.return-too-late").exception();
        StandardCatalogue.Reason known = reason(reason);
        String rule = text("ground", ground == null || ground.isBlank() ? known.ground() : ground);
        String words = text("note", note);
        transaction.executeWithoutResult(status -> {
            String key = "return/" + ids.next();
            Review review =
                    new Review(key, no, "return", staff.name(), now, known.id(), rule, words, "asked", null, null);
            if (!reviews.ask(staff.tenant(), review))
                throw Refusal.conflict("hotline.asked-already", no).exception();
            orders.told(staff.tenant(), no, UpperStatus.RETURN_ASKED.code());
            Map<String, String> body =
                    Map.of("at", now.toString(), "reason", known.zh(), "ground", rule, "note", words);
            push.add(staff.tenant(), no, key, "return", body, now);
        });
    }

    private StandardCatalogue.Reason reason(@Nullable String id) {
        if (id == null || id.isBlank())
            throw Refusal.invalid("reason", "case.field-missing", "reason").exception();
        return catalogue.reasons().getOrDefault(REASONS, List.of()).stream()
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("reason", "case.unknown-reason", id).exception());
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank())
            throw Refusal.invalid(field, "case.field-missing", field).exception();
        if (text.length() > TEXT_CHARACTERS_MAX)
            throw Refusal.invalid(field, "case.note-too-long", TEXT_CHARACTERS_MAX)
                    .exception();
        return text.strip();
    }
}
