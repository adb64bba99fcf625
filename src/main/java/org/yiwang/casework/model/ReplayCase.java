package org.yiwang.casework.model;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.scenario.form.Form;
import org.yiwang.worktime.Limit;

/**
 * Plays the recorded steps of a case again under what another catalogue says of it. Who did what and when stays as it was; limits, leads, steps and questions
 * are those of the catalogue. Pure.
 */
public final class ReplayCase {
    private static final String MISSING = "form.missing";

    /** How often the record had come before, by the days of another package. */
    public interface Counting {
        Repeats count(Subject subject, Limit within);
    }

    /**
     * How the case would stand.
     *
     * @param lead whom table or category would propose
     * @param steps names of the steps still to be taken
     * @param questions that must be answered and are not
     */
    public record Outcome(
            UnitId lead,
            List<UnitId> assist,
            Urgency urgency,
            List<Clock> clocks,
            List<HandlingStep> steps,
            List<String> questions) {}

    private final Catalogue catalogue;
    private final Flow flow;
    private final Reckoning reckoning;
    private final Counting counting;
    private Category category;
    private Procedure procedure = Procedure.NONE;
    private @Nullable Ruling ruling;
    private @Nullable Given given;
    private boolean reopened;

    private ReplayCase(Catalogue catalogue, Flow flow, Reckoning reckoning, Counting counting, Category category) {
        this.catalogue = catalogue;
        this.flow = flow;
        this.reckoning = reckoning;
        this.counting = counting;
        this.category = category;
    }

    /** Empty where the catalogue does not know the type that the case was reported as. */
    public static Optional<Outcome> of(
            UUID id,
            Tenant tenant,
            List<CaseEvent> events,
            Catalogue catalogue,
            Flow flow,
            Reckoning reckoning,
            Counting counting) {
        Effect.Opened opened = opened(events.getFirst());
        return catalogue.find(opened.category()).map(category -> new ReplayCase(
                        catalogue, flow, reckoning, counting, category)
                .play(id, tenant, events));
    }

    private static Effect.Opened opened(CaseEvent first) {
        return first.effects().stream()
                .filter(Effect.Opened.class::isInstance)
                .map(Effect.Opened.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A case begins with being opened"));
    }

    private Outcome play(UUID id, Tenant tenant, List<CaseEvent> events) {
        List<CaseEvent> played = new ArrayList<>();
        played.add(first(events.getFirst()));
        for (CaseEvent event : events.subList(1, events.size())) played.add(next(event));
        CaseFile file = CaseHistory.fold(id, tenant, played, reckoning);
        UnitId lead = ruling != null && ruling.lead() != null
                ? ruling.lead()
                : category.lead().of(file.place());
        return new Outcome(
                lead,
                ruling == null ? List.of() : ruling.assist(),
                file.urgency(),
                file.clocks(),
                StepTrack.of(procedure, file, reckoning).missing(),
                questions(file));
    }

    private CaseEvent first(CaseEvent event) {
        Effect.Opened opened = opened(event);
        procedure = procedure(opened.category());
        Effect.About about = about(event);
        NewCase fresh = new NewCase(
                opened.channel(),
                opened.category(),
                opened.title(),
                opened.description(),
                opened.urgency(),
                opened.place(),
                List.of(),
                List.of(),
                null,
                requireNonNullElse(opened.answers(), List.of()),
                about == null ? null : about.subject(),
                about == null ? null : about.repeats());
        boolean ruledUrgent = event.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Ruled(var rule) && rule != null && rule.urgency() != null);
        ruling = procedure.ruling(fresh).orElse(null);
        Urgency urgency = category.urgent()
                ? Urgency.URGENT
                : ruling != null && ruling.urgency() != null
                        ? ruling.urgency()
                        : ruledUrgent ? Urgency.NORMAL : opened.urgency();
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Opened(
                opened.channel(),
                opened.category(),
                opened.title(),
                opened.description(),
                urgency,
                opened.place(),
                opened.parent(),
                opened.answers(),
                opened.edition()));
        if (about != null) effects.add(about);
        if (ruling != null) effects.add(new Effect.Ruled(ruling));
        effects.addAll(played(event));
        return with(event, effects);
    }

    private Effect.@Nullable About about(CaseEvent event) {
        Limit within = procedure.repeats();
        return event.effects().stream()
                .filter(Effect.About.class::isInstance)
                .map(Effect.About.class::cast)
                .findFirst()
                .map(about -> within == null
                                || (about.repeats() != null
                                        && about.repeats().within().equals(within))
                        ? about
                        : new Effect.About(about.subject(), counting.count(about.subject(), within)))
                .orElse(null);
    }

    private CaseEvent next(CaseEvent event) {
        for (Effect effect : event.effects())
            if (effect instanceof Effect.Corrected corrected && corrected.category() != null)
                correct(corrected.category());
        return with(event, played(event));
    }

    /** Another type: its limits from now on. What it would say of answers to other questions is nothing. */
    private void correct(String code) {
        if (code.equals(category.code())) return;
        catalogue.find(code).ifPresent(found -> {
            category = found;
            procedure = procedure(code);
            ruling = null;
        });
    }

    private Procedure procedure(String code) {
        return catalogue.procedure(code, null);
    }

    /** The effects as they would have been: clocks by the limits that would have counted, the table's word as it would be. */
    private List<Effect> played(CaseEvent event) {
        List<Effect> effects = new ArrayList<>();
        for (Effect effect : event.effects()) {
            if (effect instanceof Effect.LimitsGiven(var brought)) given = brought;
            if (effect instanceof Effect.Counted(var counter) && counter == Counter.REOPEN) reopened = true;
            switch (effect) {
                case Effect.Opened _, Effect.About _, Effect.Ruled _ -> {}
                case Effect.ClockStarted started ->
                    clock(event, started.clock()).ifPresent(effects::add);
                default -> effects.add(effect);
            }
        }
        return effects;
    }

    private Optional<Effect> clock(CaseEvent event, ClockName name) {
        Optional<Limit> brought = given == null ? Optional.empty() : given.limit(name, reopened);
        Optional<Limit> ruled = ruling == null ? Optional.empty() : ruling.limit(name);
        return brought.or(() -> ruled)
                .or(() -> category.limit(name))
                .map(limit -> isRework(event, name) ? share(limit) : limit)
                .map(limit -> new Effect.ClockStarted(name, limit));
    }

    private boolean isRework(CaseEvent event, ClockName name) {
        return event.from() != null
                && flow.find(event.from(), event.action())
                        .filter(row -> row.clocks("rework").contains(name.id()))
                        .isPresent();
    }

    private Limit share(Limit limit) {
        return new Limit(Math.max(1, limit.amount() * flow.bounds().reworkShare() / 100), limit.unit());
    }

    private static CaseEvent with(CaseEvent event, List<Effect> effects) {
        return new CaseEvent(
                event.seq(),
                event.at(),
                event.actorKind(),
                event.actorId(),
                event.actorName(),
                event.actorUnit(),
                event.action(),
                event.from(),
                event.to(),
                event.note(),
                event.reason(),
                List.copyOf(effects));
    }

    private List<String> questions(CaseFile file) {
        Answers answers = file.notes().answers();
        Form form = procedure.form();
        List<Answer> given =
                answers != null && answers.category().equals(category.code()) ? answers.given() : List.of();
        return form.check(form.read(Procedure.texts(given))).stream()
                .filter(fault -> fault.code().equals(MISSING))
                .map(FieldFault::field)
                .toList();
    }
}
