package org.yiwang.insight.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prevention task (防范任务).
 *
 * @param cells where the measure is taken; {@code compared}, where not, and its effect is held against them
 * @param hypothesis why it happens there; {@code measure}, what is done about it
 * @param person of the unit, where one is named
 * @param dueAt when the measure must be done, {@code limitDays} working days after the proposal
 * @param begunOn first day of the measure
 * @param seq number of its last step
 */
public record Task(
        UUID id,
        UUID finding,
        String category,
        List<String> cells,
        List<String> compared,
        List<String> committees,
        List<String> areas,
        String hypothesis,
        String measure,
        String unit,
        @Nullable UUID person,
        @Nullable String personName,
        int limitDays,
        Instant dueAt,
        LocalDate evaluateOn,
        @Nullable LocalDate begunOn,
        String state,
        int seq,
        Instant proposedAt,
        UUID proposedBy,
        @Nullable Effect effect) {
    public static final String PROPOSED = "proposed";
    public static final String UNDER_WAY = "under-way";
    public static final String DONE = "done";
    public static final String EVALUATED = "evaluated";
    public static final String DROPPED = "dropped";

    /** @param actor null for the clock */
    public record Step(
            int seq,
            Instant at,
            @Nullable UUID actor,
            String actorName,
            String action,
            @Nullable String from,
            String to,
            String note,
            List<UUID> photos) {}

    /** The task after a step. */
    public Task after(Step step, LocalDate day) {
        return standing(step.to().equals(UNDER_WAY) ? day : begunOn, step.to(), step.seq(), effect);
    }

    public Task with(Effect measured) {
        return standing(begunOn, state, seq, measured);
    }

    /** The same task, where it stands now. */
    private Task standing(@Nullable LocalDate begun, String now, int number, @Nullable Effect measured) {
        return new Task(
                id,
                finding,
                category,
                cells,
                compared,
                committees,
                areas,
                hypothesis,
                measure,
                unit,
                person,
                personName,
                limitDays,
                dueAt,
                evaluateOn,
                begun,
                now,
                number,
                proposedAt,
                proposedBy,
                measured);
    }
}
