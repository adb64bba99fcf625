package org.yiwang.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.ReplayCase.Outcome;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;

/**
 * One way in which a case would have gone otherwise under a changed package.
 *
 * @param clock of due times and lateness
 * @param before units by their ids, an instant, or nothing
 * @param after the same under the change; steps by their names in both languages, questions by their keys
 */
@SchemaName("DryRunDifference")
public record Difference(
        Kind kind,
        @Nullable ClockName clock,
        @Nullable String before,
        @Nullable String after,
        @Nullable String afterEn) {

    /** What differs. */
    public enum Kind {
        GONE,
        LEAD,
        ASSISTANTS,
        URGENCY,
        LATE,
        NO_LONGER_LATE,
        DUE,
        STEPS,
        QUESTIONS;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private Difference(Kind kind, @Nullable String before, @Nullable String after) {
        this(kind, null, before, after, null);
    }

    /** @param after null where the changed package no longer has the type */
    static List<Difference> between(@Nullable Outcome before, @Nullable Outcome after, Instant now) {
        if (after == null) return before == null ? List.of() : List.of(new Difference(Kind.GONE, null, null));
        if (before == null) return List.of();
        List<Difference> all = new ArrayList<>();
        if (!before.lead().equals(after.lead()))
            all.add(new Difference(
                    Kind.LEAD, before.lead().value(), after.lead().value()));
        if (!before.assist().equals(after.assist()))
            all.add(new Difference(Kind.ASSISTANTS, ids(before.assist()), ids(after.assist())));
        if (before.urgency() != after.urgency())
            all.add(new Difference(
                    Kind.URGENCY, before.urgency().id(), after.urgency().id()));
        for (Clock clock : before.clocks())
            same(clock, after.clocks()).ifPresent(other -> clocks(all, clock, other, now));
        steps(before, after).ifPresent(all::add);
        questions(before, after).ifPresent(all::add);
        return List.copyOf(all);
    }

    private static String ids(List<UnitId> units) {
        return units.stream().map(UnitId::value).collect(Collectors.joining(","));
    }

    private static Optional<Clock> same(Clock clock, List<Clock> others) {
        return others.stream()
                .filter(other -> other.name() == clock.name() && other.round() == clock.round())
                .findFirst();
    }

    private static void clocks(List<Difference> all, Clock before, Clock after, Instant now) {
        if (before.dueAt().equals(after.dueAt())) return;
        boolean late = before.isLate(now);
        Kind kind = late == after.isLate(now) ? Kind.DUE : late ? Kind.NO_LONGER_LATE : Kind.LATE;
        all.add(new Difference(
                kind, before.name(), before.dueAt().toString(), after.dueAt().toString(), null));
    }

    private static Optional<Difference> steps(Outcome before, Outcome after) {
        Set<String> known = before.steps().stream().map(HandlingStep::id).collect(Collectors.toSet());
        List<HandlingStep> more = after.steps().stream()
                .filter(step -> !known.contains(step.id()))
                .toList();
        if (more.isEmpty()) return Optional.empty();
        return Optional.of(new Difference(
                Kind.STEPS,
                null,
                null,
                more.stream().map(step -> step.name().zh()).collect(Collectors.joining("、")),
                more.stream().map(step -> step.name().en()).collect(Collectors.joining(", "))));
    }

    private static Optional<Difference> questions(Outcome before, Outcome after) {
        List<String> more = new ArrayList<>(after.questions());
        more.removeAll(new HashSet<>(before.questions()));
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(Kind.QUESTIONS, null, String.join(",", more)));
    }
}
