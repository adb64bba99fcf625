package org.yiwang.hotline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.casework.StepCondition;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Channel;
import org.yiwang.hotline.model.NoteRule;
import org.yiwang.hotline.model.NoteRule.Fault;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.Rules;
import org.yiwang.hotline.section.HotlineRules;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.ReviewStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** What an order asks of the steps of its case: notes that say something, a reason where somebody is not satisfied, and the upper platform's word where it decides. */
@Component
class CheckStep implements StepCondition {
    private static final Set<String> CONCERNED =
            Set.of("feedback", "close", "visit", "grant-extension", "refuse-extension", "decline", "withdraw");
    private static final int DISSATISFIED_MAX = 2;

    private final OrderStore orders;
    private final ReviewStore reviews;
    private final HotlineRules rules;
    private final Tenant tenant;

    CheckStep(OrderStore orders, ReviewStore reviews, HotlineRules rules, @Value("${yiwang.tenant}") int tenant) {
        this.orders = orders;
        this.reviews = reviews;
        this.rules = rules;
        this.tenant = new Tenant(tenant);
    }

    @Override
    public Optional<Refusal> against(CaseFile file, String action, ActionInput input, Actor actor) {
        if (!CONCERNED.contains(action) || actor.kind() != Actor.Kind.STAFF || !mayBeOrder(file))
            return Optional.empty();
        List<OrderRow> concerned = orders.ofCase(tenant, file.id());
        if (concerned.isEmpty()) return Optional.empty();
        return switch (action) {
            case "feedback" -> note("note", input.note());
            case "close" -> note("answer", input.answer());
            case "visit" -> reason(input);
            case "grant-extension", "refuse-extension" -> asked(concerned, "extension", "hotline.extension-above");
            default -> asked(concerned, "return", "hotline.return-above");
        };
    }

    /** A case of another channel may have taken callers over from an order's. */
    private static boolean mayBeOrder(CaseFile file) {
        return file.channel() == Channel.HOTLINE
                || file.reports().stream().anyMatch(report -> report.channel() == Channel.HOTLINE);
    }

    private Optional<Refusal> note(String field, @Nullable String text) {
        NoteRule rule = rules.of(tenant).map(Rules::note).orElse(NoteRule.NONE);
        return rule.check(text == null ? "" : text).map(fault -> refusal(field, fault));
    }

    private static Refusal refusal(String field, Fault fault) {
        return switch (fault) {
            case Fault.TooShort(int characters) -> Refusal.invalid(field, "hotline.note-too-short", characters);
            case Fault.Empty(String phrase) -> Refusal.invalid(field, "hotline.note-empty", phrase);
            case Fault.Missing(NoteRule.Part part) ->
                Refusal.invalid(
                        field,
                        "hotline.note-part-missing",
                        part.zh(),
                        part.en(),
                        String.join(
                                "、",
                                part.words().subList(0, Math.min(3, part.words().size()))));
        };
    }

    private static Optional<Refusal> reason(ActionInput input) {
        Integer stars = input.satisfaction();
        boolean isMissing = stars != null && stars <= DISSATISFIED_MAX && input.reason() == null;
        return isMissing ? Optional.of(Refusal.invalid("reason", "hotline.reason-missing")) : Optional.empty();
    }

    private Optional<Refusal> asked(List<OrderRow> concerned, String what, String code) {
        return concerned.stream()
                .filter(order -> reviews.open(tenant, order.no(), what).isPresent())
                .findFirst()
                .map(order -> Refusal.conflict(code, order.no()));
    }
}
