package org.yiwang.casework.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The present of a case: the sum of its events ({@link CaseHistory#fold}). Immutable. */
public record CaseFile(
        UUID id,
        Tenant tenant,
        int seq,
        Channel channel,
        String category,
        String title,
        String description,
        Urgency urgency,
        Place place,
        Stage stage,
        @Nullable UnitId lead,
        @Nullable Person handler,
        @Nullable Person verifier,
        List<Assignment> assistants,
        List<Clock> clocks,
        List<Report> reports,
        CaseNotes notes,
        LastStep last,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    public Optional<Clock> clock(ClockName name) {
        return clocks.reversed().stream().filter(clock -> clock.name() == name).findFirst();
    }

    public Optional<Clock> openClock(ClockName name) {
        return clock(name).filter(Clock::isOpen);
    }

    /** The clock that binds now: of the open ones other than the whole, the first to fall due. */
    public Optional<Clock> bindingClock() {
        return clocks.stream()
                .filter(clock -> clock.isOpen() && clock.name() != ClockName.WHOLE)
                .min(Comparator.comparing(Clock::dueAt))
                .or(() -> openClock(ClockName.WHOLE));
    }

    /** When the first of the clocks asks for attention; null when none does. */
    public @Nullable Instant firesAt() {
        return clocks.stream()
                .map(Clock::fireAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public boolean isOpen() {
        return switch (stage) {
            case REPORTED, CHECKING, ACCEPTED, DISPATCHED, RETURN_ASKED, ARBITRATION, HANDLING, DONE, VERIFIED -> true;
            case CLOSED, DECLINED, MERGED, WITHDRAWN -> false;
        };
    }

    public boolean isAssistant(@Nullable UnitId unit) {
        return assistants.stream().anyMatch(assistant -> assistant.unit().equals(unit));
    }

    public List<Assignment> openAssistants() {
        return assistants.stream()
                .filter(assistant -> assistant.state() == Assignment.State.OPEN)
                .toList();
    }

    /** Every unit that has or had a part in the handling, the lead first. */
    public List<UnitId> units() {
        List<UnitId> units = new ArrayList<>();
        if (lead != null) units.add(lead);
        for (Assignment assistant : assistants) if (!units.contains(assistant.unit())) units.add(assistant.unit());
        return units;
    }

    /** Those on whose desk it lies: whose help was waived has nothing more to do with it, as a lead that gave it back. */
    public List<UnitId> desk() {
        return units().stream().filter(this::hasPart).toList();
    }

    private boolean hasPart(UnitId unit) {
        return unit.equals(lead)
                || assistants.stream()
                        .anyMatch(one -> one.unit().equals(unit) && one.state() != Assignment.State.WAIVED);
    }
}
