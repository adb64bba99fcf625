package org.yiwang.casework.model;

import static org.yiwang.platform.Refusal.conflict;
import static org.yiwang.platform.Refusal.forbidden;
import static org.yiwang.platform.Refusal.invalid;
import static org.yiwang.platform.Refusal.notFound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Transition.Need;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.Limit;

/** Whether an action may be taken, and what follows. Pure: the same case, actor, input and time give the same answer. */
public final class Decide {
    private static final int NOTE_CHARACTERS_MAX = 4_000;
    private static final int TITLE_CHARACTERS_MAX = 80;

    private final Flow flow;
    private final Catalogue catalogue;
    private final Reckoning reckoning;
    private final Supplier<UUID> ids;

    public Decide(Flow flow, Catalogue catalogue, Reckoning reckoning, Supplier<UUID> ids) {
        this.flow = flow;
        this.catalogue = catalogue;
        this.reckoning = reckoning;
        this.ids = ids;
    }

    public Reckoning reckoning() {
        return reckoning;
    }

    /** The steps of handling of a case: taken, next, to come. */
    public StepTrack track(CaseFile file) {
        return StepTrack.of(catalogue.procedure(file.category(), file.notes().edition()), file, reckoning);
    }

    /** The first event of a new case: it is opened, its reporter joins, its first clocks start. */
    public CaseEvent report(NewCase fresh, Actor actor, Instant now) {
        Category category = catalogue.category(fresh.category());
        List<Effect> effects = new ArrayList<>();
        Procedure procedure = catalogue.procedure(fresh.category(), catalogue.edition(fresh.category()));
        Optional<Ruling> ruling = procedure.ruling(fresh);
        Urgency urgency = category.urgent() ? Urgency.URGENT : ruled(ruling).orElse(fresh.urgency());
        effects.add(new Effect.Opened(
                fresh.channel(),
                fresh.category(),
                fresh.title(),
                fresh.description(),
                urgency,
                fresh.place(),
                fresh.parent(),
                fresh.answers().isEmpty() ? null : fresh.answers(),
                catalogue.edition(fresh.category())));
        if (fresh.subject() != null) effects.add(new Effect.About(fresh.subject(), fresh.repeats()));
        ruling.ifPresent(rule -> effects.add(new Effect.Ruled(rule)));
        Given given = fresh.given();
        if (given != null) effects.add(new Effect.LimitsGiven(given));
        // Whoever sent the matter with a limit of its own expects the answer by then, also after it is merged into
        // another case.
        Limit reply = given == null
                ? category.reply()
                : given.limit(ClockName.WHOLE, false).orElse(category.reply());
        for (UUID report : fresh.reports()) effects.add(new Effect.ReportJoined(report, fresh.channel(), now, reply));
        for (ClockName clock : fresh.channel() == Channel.HOTLINE
                ? List.of(ClockName.ACCEPT, ClockName.WHOLE, ClockName.FIRST_CONTACT)
                : List.of(ClockName.ACCEPT, ClockName.WHOLE)) {
            (given == null ? Optional.<Limit>empty() : given.limit(clock, false))
                    .or(() -> ruling.flatMap(rule -> rule.limit(clock)))
                    .or(() -> category.limit(clock))
                    .ifPresent(limit -> effects.add(new Effect.ClockStarted(clock, limit)));
        }
        if (!fresh.evidence().isEmpty()) effects.add(new Effect.EvidenceAdded(fresh.evidence()));
        return event(1, "report", actor, now, null, Stage.REPORTED, null, null, effects);
    }

    private static Optional<Urgency> ruled(Optional<Ruling> ruling) {
        return ruling.map(Ruling::urgency);
    }

    /** The next event of the case, or why there is none. */
    public Decision<CaseEvent> act(
            CaseFile file, String action, ActionInput input, Actor actor, Instant now, int openChildren) {
        if (!flow.actions().contains(action)) return Decision.refused(notFound("case.unknown-action", action));
        Optional<Transition> row = flow.find(file.stage(), action);
        if (row.isEmpty())
            return Decision.refused(
                    conflict("case.not-in-this-stage", action, file.stage().id()));
        Call call =
                new Call(file, row.get(), actor, input, now, ids, openChildren, catalogue, flow.bounds(), reckoning);
        Optional<Refusal> refusal = permission(call).or(() -> missing(call)).or(() -> Guards.first(call));
        return refusal.<Decision<CaseEvent>>map(Decision::refused).orElseGet(() -> Decision.granted(next(call)));
    }

    /** Taking back the last step: within a minute, by the same person, where the table allows it. */
    public Decision<CaseEvent> undo(CaseFile file, List<CaseEvent> history, Actor actor, Instant now) {
        CaseEvent last = history.getLast();
        if (!undoable(file, actor, now) || last.from() == null) return Decision.refused(conflict("case.not-undoable"));
        List<Effect> effects = List.of(new Effect.Undone(last.seq()));
        return Decision.granted(
                event(file.seq() + 1, "undo", actor, now, file.stage(), last.from(), null, null, effects));
    }

    /** Every action that this person may take now, each with what it needs. */
    public List<Offer> offers(CaseFile file, Actor actor, Instant now, int openChildren) {
        List<Offer> offers = new ArrayList<>();
        for (Transition row : flow.from(file.stage())) {
            Call call = new Call(
                    file, row, actor, ActionInput.NONE, now, ids, openChildren, catalogue, flow.bounds(), reckoning);
            boolean open =
                    permission(call).isEmpty() && Guards.firstBeforeInput(call).isEmpty();
            if (open) offers.add(new Offer(row.action(), row.needs(), row.style(), row.undo()));
        }
        if (undoable(file, actor, now)) offers.add(new Offer("undo", List.of(), Transition.Style.NORMAL, false));
        return offers;
    }

    /** An action that can be taken. */
    public record Offer(String action, List<Need> needs, Transition.Style style, boolean undoable) {}

    private boolean undoable(CaseFile file, Actor actor, Instant now) {
        boolean own = file.last().actorId().equals(actor.id());
        boolean fresh = Duration.between(file.updatedAt(), now).toSeconds() <= Flow.UNDO_SECONDS_MAX;
        boolean allowed = flow.transitions(file.last().action()).anyMatch(Transition::undo);
        return own && fresh && allowed;
    }

    private static Optional<Refusal> permission(Call call) {
        boolean may = call.row().who().stream().anyMatch(who -> who.covers(call.actor(), call.file()));
        return may
                ? Optional.empty()
                : Optional.of(forbidden("case.not-yours", call.row().action()));
    }

    private Optional<Refusal> missing(Call call) {
        if (call.note().length() > NOTE_CHARACTERS_MAX) {
            return Optional.of(invalid("note", "case.note-too-long", NOTE_CHARACTERS_MAX));
        }
        String answer = call.input().answer();
        if (answer != null && answer.length() > NOTE_CHARACTERS_MAX) {
            return Optional.of(invalid("answer", "case.note-too-long", NOTE_CHARACTERS_MAX));
        }
        String title = call.input().title();
        if (title != null && title.length() > TITLE_CHARACTERS_MAX) {
            return Optional.of(invalid("title", "case.note-too-long", TITLE_CHARACTERS_MAX));
        }
        for (Need need : call.row().needs()) {
            boolean given = call.input().has(need.field());
            if (need.required() && !given && !need.field().equals("photos")) {
                return Optional.of(invalid(need.field(), "case.field-missing", need.field()));
            }
            String list = need.reasons();
            if (list != null
                    && given
                    && !catalogue.knowsReason(list, String.valueOf(call.input().reason()))) {
                return Optional.of(invalid(
                        "reason",
                        "case.unknown-reason",
                        String.valueOf(call.input().reason())));
            }
        }
        Integer stars = call.input().satisfaction();
        return stars != null && (stars < 1 || stars > 5)
                ? Optional.of(invalid("satisfaction", "case.stars-out-of-range"))
                : Optional.empty();
    }

    private static CaseEvent next(Call call) {
        List<Effect> effects = new ArrayList<>(Consequences.of(call));
        effects.addAll(ClockOrders.of(call));
        CaseFile file = call.file();
        return event(
                file.seq() + 1,
                call.row().action(),
                call.actor(),
                call.now(),
                file.stage(),
                call.row().after(file.stage()),
                call.input().note() != null ? call.input().note() : call.input().answer(),
                call.input().reason(),
                effects);
    }

    private static CaseEvent event(
            int seq,
            String action,
            Actor actor,
            Instant now,
            @Nullable Stage from,
            Stage to,
            @Nullable String note,
            @Nullable String reason,
            List<Effect> effects) {
        String unit = actor.unit() == null ? null : actor.unit().value();
        return new CaseEvent(
                seq,
                now,
                actor.kind(),
                actor.id(),
                actor.name(),
                unit,
                action,
                from,
                to,
                note,
                reason,
                List.copyOf(effects));
    }
}
