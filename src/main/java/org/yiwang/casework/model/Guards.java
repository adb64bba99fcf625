package org.yiwang.casework.model;

import static org.yiwang.platform.Refusal.conflict;
import static org.yiwang.platform.Refusal.forbidden;
import static org.yiwang.platform.Refusal.invalid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yiwang.platform.Refusal;

/** The conditions that the flow table names. Each answers with its own refusal. */
final class Guards {
    private static final Map<String, Function<Call, Optional<Refusal>>> ALL = Map.ofEntries(
            Map.entry("category-known", Guards::categoryKnown),
            Map.entry(
                    "not-suspended",
                    call -> when(call.file().notes().suspension() != null, conflict("case.suspended"))),
            Map.entry(
                    "suspended",
                    call -> when(call.file().notes().suspension() == null, conflict("case.not-suspended"))),
            Map.entry(
                    "self-handleable",
                    call -> when(
                            !call.category().selfHandle(),
                            conflict("case.not-self-handleable", call.category().zh()))),
            Map.entry(
                    "not-yet-accepted",
                    call -> when(call.file().channel() != Channel.GRID, conflict("case.not-self-reported"))),
            Map.entry("photos-after", Guards::photosAfter),
            Map.entry("photos-check", Guards::photosCheck),
            Map.entry("steps-left", call -> when(call.track().next().isEmpty(), conflict("case.no-step-left"))),
            Map.entry("step-takeable", StepGuard::refusal),
            Map.entry("steps-taken", StepGuard::missing),
            Map.entry(
                    "unit-known",
                    call -> when(
                            call.input().unit() != null
                                    && !call.catalogue()
                                            .units()
                                            .contains(call.input().unit()),
                            invalid(
                                    "unit",
                                    "case.unknown-unit",
                                    String.valueOf(call.input().unit())))),
            Map.entry(
                    "other-unit",
                    call -> when(
                            Objects.equals(call.input().unit(), call.file().lead()),
                            invalid("unit", "case.same-unit"))),
            Map.entry("units-new", Guards::unitsNew),
            Map.entry(
                    "staff-of-lead",
                    call -> when(
                            !Objects.equals(
                                    call.input().staffUnit(), call.file().lead()),
                            invalid("staff", "case.staff-of-other-unit"))),
            Map.entry("not-arbitrated", call -> when(call.file().notes().arbitrated(), conflict("case.arbitrated"))),
            Map.entry("within-return-time", Guards::withinReturnTime),
            Map.entry(
                    "returns-left",
                    call -> when(
                            call.file().notes().returns() > call.bounds().returns(),
                            conflict("case.returns-used-up", call.bounds().returns()))),
            Map.entry(
                    "assignment-open",
                    call -> when(
                            call.file().openAssistants().stream()
                                    .noneMatch(a -> a.id().equals(call.input().assignment())),
                            invalid("assignment", "case.no-such-assignment"))),
            Map.entry(
                    "no-open-assistants",
                    call -> when(
                            !call.file().openAssistants().isEmpty(),
                            conflict(
                                    "case.assistants-open",
                                    call.file().openAssistants().size()))),
            Map.entry(
                    "no-open-children",
                    call -> when(call.openChildren() > 0, conflict("case.children-open", call.openChildren()))),
            Map.entry("verifier-is-other", Guards::verifierIsOther),
            Map.entry("within-reopen-time", Guards::withinReopenTime),
            Map.entry(
                    "no-extension-asked",
                    call -> when(call.file().notes().extensionAsk() != null, conflict("case.extension-asked"))),
            Map.entry(
                    "extension-asked",
                    call -> when(call.file().notes().extensionAsk() == null, conflict("case.no-extension-asked"))),
            Map.entry("before-due", Guards::beforeDue),
            Map.entry(
                    "first-extension",
                    call -> when(
                            call.file().openClock(ClockName.HANDLE).stream()
                                    .anyMatch(c -> !c.extensions().isEmpty()),
                            conflict("case.extended-before"))),
            Map.entry("below-level-1", below(1)),
            Map.entry("below-level-2", below(2)),
            Map.entry("below-level-3", below(3)),
            Map.entry("below-level-4", below(4)),
            Map.entry("below-level-5", below(5)),
            Map.entry(
                    "unacknowledged",
                    call -> when(
                            call.file().notes().supervision() == 0
                                    || call.file().notes().supervisionAcknowledged(),
                            conflict("case.nothing-to-acknowledge"))),
            Map.entry("reports-known", Guards::reportsKnown),
            Map.entry("merge-target", Guards::mergeTarget),
            Map.entry(
                    "children-left",
                    call -> when(
                            call.file().notes().children().size()
                                            + call.input().parts().size()
                                    > call.bounds().children(),
                            invalid(
                                    "parts",
                                    "case.too-many-parts",
                                    call.bounds().children()))));

    static final Set<String> NAMES = ALL.keySet();

    /** Guards that speak of what is handed in; they cannot be judged before it is. */
    private static final Set<String> OF_INPUT = Set.of(
            "category-known",
            "photos-after",
            "photos-check",
            "step-takeable",
            "unit-known",
            "other-unit",
            "units-new",
            "staff-of-lead",
            "assignment-open",
            "reports-known",
            "merge-target",
            "children-left");

    private Guards() {}

    static Optional<Refusal> first(Call call) {
        return refusals(call, call.row().guards());
    }

    /** What stands in the way whatever is handed in; nothing when the action can be offered. */
    static Optional<Refusal> firstBeforeInput(Call call) {
        return refusals(
                call,
                call.row().guards().stream()
                        .filter(name -> !OF_INPUT.contains(name))
                        .toList());
    }

    private static Optional<Refusal> refusals(Call call, List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(ALL.get(name)).apply(call))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> when(boolean wrong, Refusal refusal) {
        return wrong ? Optional.of(refusal) : Optional.empty();
    }

    private static Function<Call, Optional<Refusal>> below(int level) {
        return call -> when(call.file().notes().supervision() >= level, conflict("case.supervised-already", level));
    }

    private static Optional<Refusal> categoryKnown(Call call) {
        String chosen = call.input().category() == null
                ? call.file().category()
                : call.input().category();
        return when(call.catalogue().find(chosen).isEmpty(), invalid("category", "case.unknown-category", chosen));
    }

    private static Optional<Refusal> photosAfter(Call call) {
        int needed = call.category().evidence().after();
        long there = call.file().notes().count(EvidenceKind.AFTER)
                + call.input().evidence().stream()
                        .filter(e -> e.kind() != EvidenceKind.BEFORE)
                        .count();
        return when(there < needed, invalid("photos", "case.photos-missing", needed));
    }

    private static Optional<Refusal> photosCheck(Call call) {
        boolean onSite = call.actor().sight() != null && !call.actor().sight().everything();
        boolean asked = call.category().evidence().after() > 0 && onSite;
        return when(asked && call.input().evidence().isEmpty(), invalid("photos", "case.check-photo-missing"));
    }

    private static Optional<Refusal> unitsNew(Call call) {
        for (ActionInput.Task task : call.input().units()) {
            if (!call.catalogue().units().contains(task.unit()))
                return Optional.of(invalid("units", "case.unknown-unit", task.unit()));
            if (call.file().units().contains(task.unit()))
                return Optional.of(invalid("units", "case.unit-has-part", task.unit()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> withinReturnTime(Call call) {
        Optional<Clock> handle = call.file().openClock(ClockName.HANDLE);
        if (handle.isEmpty()) return Optional.empty();
        Instant end = call.reckoning()
                .due(handle.get().startedAt(), List.of(call.bounds().returnWithin()), List.of());
        return when(call.now().isAfter(end), conflict("case.return-too-late"));
    }

    /** Done is not closed: who handled it, or belongs to the unit that did, does not verify it. */
    private static Optional<Refusal> verifierIsOther(Call call) {
        Person handler = call.file().handler();
        String verifier = call.input().staff() == null
                ? call.actor().id()
                : call.input().staff().id().toString();
        if (handler != null && handler.id().toString().equals(verifier))
            return Optional.of(forbidden("case.verifier-is-handler"));
        boolean sameUnit = Objects.equals(
                call.input().staff() == null
                        ? call.actor().unit()
                        : call.input().staffUnit(),
                call.file().lead());
        boolean handledOnTheSpot = call.file().channel() == Channel.GRID
                && call.file().clock(ClockName.HANDLE).isEmpty();
        return when(sameUnit && !handledOnTheSpot, forbidden("case.verifier-of-lead"));
    }

    private static Optional<Refusal> withinReopenTime(Call call) {
        Instant closed = call.file().closedAt();
        if (closed == null) return Optional.empty();
        Instant end = call.reckoning().due(closed, List.of(call.bounds().reopenWithin()), List.of());
        return when(
                call.now().isAfter(end),
                conflict("case.reopen-too-late", call.bounds().reopenWithin().amount()));
    }

    private static Optional<Refusal> beforeDue(Call call) {
        boolean late = call.file().openClock(ClockName.HANDLE).stream().anyMatch(clock -> clock.isLate(call.now()));
        return when(late, conflict("case.extension-too-late"));
    }

    private static Optional<Refusal> reportsKnown(Call call) {
        List<UUID> known = call.file().reports().stream().map(Report::id).toList();
        return when(!known.containsAll(call.input().reports()), invalid("reports", "case.unknown-report"));
    }

    private static Optional<Refusal> mergeTarget(Call call) {
        CaseFile into = call.input().into();
        if (into == null) return Optional.of(invalid("into", "case.unknown-target"));
        boolean same = into.id().equals(call.file().id());
        boolean kin = call.file().notes().children().contains(into.id())
                || call.file().id().equals(into.notes().parent());
        if (same || kin || !into.isOpen()) return Optional.of(invalid("into", "case.not-a-target"));
        return when(!call.file().notes().children().isEmpty(), conflict("case.has-children"));
    }
}
