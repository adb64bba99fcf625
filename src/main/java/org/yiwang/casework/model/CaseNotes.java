package org.yiwang.casework.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.worktime.Limit;

/**
 * What is kept apart from the stage: suspension, a pending extension, supervision, counters, kinship, evidence, contacts, answers, the edition it
 * lives under, the record it is about, what the dispatch table says, the limits it
 * came with, and the steps taken.
 */
public record CaseNotes(
        @Nullable Suspension suspension,
        @Nullable ExtensionAsk extensionAsk,
        int supervision,
        boolean supervisionAcknowledged,
        int reworks,
        int returns,
        int reopens,
        boolean arbitrated,
        @Nullable UUID parent,
        @Nullable UUID mergedInto,
        List<UUID> children,
        List<Evidence> evidence,
        List<Contact> contacts,
        List<Visit> visits,
        @Nullable Answers answers,
        @Nullable Edition edition,
        @Nullable Subject subject,
        @Nullable Repeats repeats,
        @Nullable Ruling ruling,
        @Nullable Given given,
        @JsonInclude(NON_EMPTY) List<StepTaken> steps) {

    public static final CaseNotes NONE = new CaseNotes(
            null, null, 0, false, 0, 0, 0, false, null, null, List.of(), List.of(), List.of(), List.of(), null, null,
            null, null, null, null, List.of());

    /** Notes older than steps have none. */
    public CaseNotes {
        steps = Objects.requireNonNullElse(steps, List.of());
    }

    /** 挂账 with its reason and the day by which it is looked at again. */
    public record Suspension(String reason, @Nullable Instant until, Instant since) {}

    public record ExtensionAsk(Limit limit, String reason, Instant at) {}

    /** One attempt to reach the reporter first (先行联系). */
    public record Contact(Instant at, boolean reached, String note) {}

    /**
     * One return visit (回访).
     *
     * @param report whom it was paid to; null where it speaks for all of them
     * @param reason why somebody is not satisfied, of the reason list {@code dissatisfied}
     */
    public record Visit(
            Instant at,
            boolean reached,
            @Nullable Boolean solved,
            @Nullable Integer satisfaction,
            String note,
            @Nullable UUID report,
            @Nullable String reason) {}

    public long count(EvidenceKind kind) {
        return evidence.stream().filter(piece -> piece.kind() == kind).count();
    }
}
