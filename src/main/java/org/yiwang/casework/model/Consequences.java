package org.yiwang.casework.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yiwang.casework.model.CaseNotes.ExtensionAsk;
import org.yiwang.organisation.UnitId;

/** What follows from an action beyond its stage and clocks, by the names that the flow table uses. */
final class Consequences {
    private static final Map<String, Function<Call, List<Effect>>> ALL = Map.ofEntries(
            Map.entry("set-lead", call -> leads(requireNonNull(call.input().unit()))),
            Map.entry(
                    "lead-own", call -> List.of(new Effect.LeadSet(call.actor().unit()))),
            Map.entry("clear-lead", call -> List.of(new Effect.LeadSet(null), new Effect.HandlerSet(null))),
            Map.entry("handler-self", call -> List.of(new Effect.HandlerSet(call.self()))),
            Map.entry(
                    "set-handler",
                    call -> List.of(new Effect.HandlerSet(call.input().staff()))),
            Map.entry("clear-handler", call -> List.of(new Effect.HandlerSet(null))),
            Map.entry("set-verifier", Consequences::verifier),
            Map.entry("clear-verifier", call -> List.of(new Effect.VerifierSet(null))),
            Map.entry("add-assistants", Consequences::addAssistants),
            Map.entry("assist-done", Consequences::assistDone),
            Map.entry(
                    "waive-assistant",
                    call -> List.of(waived(requireNonNull(call.input().assignment()), call))),
            Map.entry("waive-assistants", call -> call.file().openAssistants().stream()
                    .map(a -> waived(a.id(), call))
                    .toList()),
            Map.entry("count-return", call -> List.of(new Effect.Counted(Counter.RETURN))),
            Map.entry("count-rework", call -> List.of(new Effect.Counted(Counter.REWORK))),
            Map.entry("count-reopen", call -> List.of(new Effect.Counted(Counter.REOPEN))),
            Map.entry("arbitrated", call -> List.of(new Effect.Arbitrated())),
            Map.entry(
                    "suspend",
                    call -> List.of(new Effect.Suspended(
                            requireNonNull(call.input().reason()), call.input().until()))),
            Map.entry("resume", call -> List.of(new Effect.Resumed())),
            Map.entry(
                    "ask-extension",
                    call -> List.of(new Effect.ExtensionAsked(
                            requireNonNull(call.input().limit()),
                            requireNonNull(call.input().reason())))),
            Map.entry("grant-extension", Consequences::grantExtension),
            Map.entry(
                    "drop-extension-ask",
                    call -> call.file().notes().extensionAsk() == null
                            ? List.of()
                            : List.of(new Effect.ExtensionSettled(false))),
            Map.entry("level-1", level(1)),
            Map.entry("level-2", level(2)),
            Map.entry("level-3", level(3)),
            Map.entry("level-4", level(4)),
            Map.entry("level-5", level(5)),
            Map.entry("acknowledge", call -> List.of(new Effect.SupervisionAcknowledged())),
            Map.entry("fire", Consequences::fire),
            Map.entry("evidence-before", evidence(EvidenceKind.BEFORE)),
            Map.entry("evidence-after", evidence(EvidenceKind.AFTER)),
            Map.entry("evidence-check", evidence(EvidenceKind.CHECK)),
            Map.entry("evidence-other", evidence(EvidenceKind.OTHER)),
            Map.entry("contact", Consequences::contact),
            Map.entry("visited", Consequences::visited),
            Map.entry(
                    "rated",
                    call -> List.of(new Effect.Rated(
                            UUID.fromString(call.actor().id()),
                            requireNonNull(call.input().satisfaction()),
                            call.input().solved(),
                            call.note()))),
            Map.entry("answer-all", Consequences::answerAll),
            Map.entry(
                    "answer-some",
                    call -> List.of(new Effect.Answered(
                            call.input().reports(), requireNonNull(call.input().answer())))),
            Map.entry("correct", Consequences::correct),
            Map.entry("step-taken", Consequences::stepTaken),
            Map.entry(
                    "merge",
                    call -> List.of(new Effect.MergedInto(
                            requireNonNull(call.input().into()).id()))),
            Map.entry("take-reports", Consequences::takeReports),
            Map.entry("split", call -> call.input().parts().stream()
                    .<Effect>map(part -> new Effect.ChildSplit(call.ids().get()))
                    .toList()));

    static final Set<String> NAMES = ALL.keySet();

    private Consequences() {}

    static List<Effect> of(Call call) {
        List<Effect> effects = new ArrayList<>();
        for (String name : call.row().effects())
            effects.addAll(requireNonNull(ALL.get(name)).apply(call));
        return effects;
    }

    private static List<Effect> leads(UnitId unit) {
        return List.of(new Effect.LeadSet(unit), new Effect.HandlerSet(null), new Effect.VerifierSet(null));
    }

    private static List<Effect> verifier(Call call) {
        return call.input().staff() == null
                ? List.of()
                : List.of(new Effect.VerifierSet(call.input().staff()));
    }

    private static List<Effect> addAssistants(Call call) {
        return call.input().units().stream()
                .filter(task ->
                        !task.unit().equals(call.input().unit()) && !call.file().isAssistant(task.unit()))
                .<Effect>map(task -> new Effect.AssistantAdded(call.ids().get(), task.unit(), task.task()))
                .toList();
    }

    private static List<Effect> assistDone(Call call) {
        return call.file().openAssistants().stream()
                .filter(assistant -> assistant.unit().equals(call.actor().unit()))
                .<Effect>map(
                        assistant -> new Effect.AssistantSettled(assistant.id(), Assignment.State.DONE, call.note()))
                .toList();
    }

    private static Effect waived(UUID assignment, Call call) {
        String why = call.input().reason() == null
                ? call.row().action()
                : call.input().reason();
        return new Effect.AssistantSettled(assignment, Assignment.State.WAIVED, why);
    }

    private static List<Effect> grantExtension(Call call) {
        ExtensionAsk ask = requireNonNull(call.file().notes().extensionAsk());
        return List.of(
                new Effect.ExtensionSettled(true),
                new Effect.ClockExtended(ClockName.HANDLE, ask.limit(), ask.reason()),
                new Effect.ClockExtended(ClockName.WHOLE, ask.limit(), ask.reason()));
    }

    private static Function<Call, List<Effect>> level(int level) {
        return call -> List.of(new Effect.Supervised(level));
    }

    /** Every clock whose rung is reached moves one rung on; the case's level never falls by it. */
    private static List<Effect> fire(Call call) {
        List<Effect> effects = new ArrayList<>();
        int level = call.file().notes().supervision();
        for (Clock clock : call.file().clocks()) {
            if (clock.fireAt() == null || clock.fireAt().isAfter(call.now())) continue;
            effects.add(new Effect.ClockFired(clock.name()));
            List<Reckoning.Rung> steps = call.reckoning().ladder().getOrDefault(clock.name(), List.of());
            int reached = steps.get(clock.rungs()).level();
            if (reached > level) {
                level = reached;
                effects.add(new Effect.Supervised(reached));
            }
        }
        return effects;
    }

    private static Function<Call, List<Effect>> evidence(EvidenceKind kind) {
        return call -> call.input().evidence().isEmpty()
                ? List.of()
                : List.of(new Effect.EvidenceAdded(call.input().evidence().stream()
                        .map(piece -> piece.kind() == EvidenceKind.OTHER
                                ? new Evidence(piece.id(), kind, piece.contentType(), piece.name())
                                : piece)
                        .toList()));
    }

    /** First contact counts when the reporter was reached, or after three attempts at different times (domain rule of 先行联系). */
    private static List<Effect> contact(Call call) {
        boolean reached = requireNonNull(call.input().reached());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Contacted(reached, call.note()));
        boolean enough = timesApart(call) >= call.bounds().contactAttempts();
        boolean running = call.file().openClock(ClockName.FIRST_CONTACT).isPresent();
        if (running && (reached || enough)) effects.add(new Effect.ClockStopped(ClockName.FIRST_CONTACT));
        return effects;
    }

    /** Attempts of which each lies well after the one before; ringing three times in a row is one attempt. The present one counts likewise. */
    private static int timesApart(Call call) {
        int times = 0;
        Instant free = Instant.MIN;
        List<Instant> attempts = new ArrayList<>(call.file().notes().contacts().stream()
                .map(CaseNotes.Contact::at)
                .toList());
        attempts.add(call.now());
        for (Instant at : attempts) {
            if (at.isBefore(free)) continue;
            times++;
            free = call.reckoning().due(at, List.of(call.bounds().contactApart()), List.of());
        }
        return times;
    }

    /** The visits are over when everybody who reported was visited (一案多诉：逐一回访); a visit to nobody in particular speaks for all. */
    private static List<Effect> visited(Call call) {
        ActionInput input = call.input();
        List<UUID> all = call.file().reports().stream().map(Report::id).toList();
        UUID whom = input.reports().isEmpty()
                ? (all.size() == 1 ? all.getFirst() : null)
                : input.reports().getFirst();
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Visited(
                requireNonNull(input.reached()),
                input.solved(),
                input.satisfaction(),
                call.note(),
                whom,
                input.reason()));
        Set<UUID> visited = new HashSet<>();
        Instant closed = call.file().closedAt();
        for (CaseNotes.Visit visit : call.file().notes().visits())
            if (visit.report() != null && (closed == null || !visit.at().isBefore(closed))) visited.add(visit.report());
        if (whom != null) visited.add(whom);
        boolean over = whom == null || visited.containsAll(all);
        if (over && call.file().openClock(ClockName.VISIT).isPresent())
            effects.add(new Effect.ClockStopped(ClockName.VISIT));
        return effects;
    }

    /** Those who have no answer yet, or one from before the case was opened again. */
    private static List<Effect> answerAll(Call call) {
        Instant since = call.file()
                .openClock(ClockName.WHOLE)
                .filter(clock -> clock.round() > 1)
                .map(Clock::startedAt)
                .orElse(Instant.MIN);
        List<UUID> waiting = call.file().reports().stream()
                .filter(report -> !report.isAnsweredAfter(since))
                .map(Report::id)
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(new Effect.Answered(
                        waiting, requireNonNullElse(call.input().answer(), "")));
    }

    private static List<Effect> correct(Call call) {
        ActionInput input = call.input();
        if (input.category() == null && input.place() == null && input.title() == null && input.urgency() == null) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Corrected(
                input.category(),
                input.place(),
                input.title(),
                input.urgency(),
                input.category() == null ? null : call.catalogue().edition(input.category())));
        if (input.category() != null && !input.category().equals(call.file().category()))
            ruledAnew(call, input.category()).ifPresent(effects::add);
        return effects;
    }

    /** Another type has another dispatch table; nothing where neither has a word for this case. */
    private static Optional<Effect> ruledAnew(Call call, String category) {
        Ruling ruling = call.catalogue()
                .procedure(category, call.catalogue().edition(category))
                .ruling(call.file())
                .orElse(null);
        boolean same = ruling == null && call.file().notes().ruling() == null;
        return same ? Optional.empty() : Optional.of(new Effect.Ruled(ruling));
    }

    private static List<Effect> stepTaken(Call call) {
        ActionInput input = call.input();
        HandlingStep step = call.procedure().step(requireNonNull(input.step())).orElseThrow();
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.StepDone(
                step.id(),
                call.actor().name(),
                ReadAnswers.kept(step.form(), input.answers()),
                input.evidence().stream().map(Evidence::id).toList(),
                call.note()));
        if (!input.evidence().isEmpty()) effects.add(new Effect.EvidenceAdded(input.evidence()));
        return effects;
    }

    /** The reports of the case that is merged in keep their own deadlines. */
    private static List<Effect> takeReports(Call call) {
        CaseFile from = requireNonNull(call.input().into());
        List<Effect> effects = new ArrayList<>();
        for (Report report : from.reports()) {
            effects.add(new Effect.ReportJoined(report.id(), report.channel(), report.at(), report.answerWithin()));
        }
        if (!from.notes().evidence().isEmpty())
            effects.add(new Effect.EvidenceAdded(from.notes().evidence()));
        return effects;
    }
}
