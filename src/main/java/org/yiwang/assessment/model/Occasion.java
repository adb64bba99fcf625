package org.yiwang.assessment.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Clock.Outcome;

/**
 * Something of a case that a formula can count: a clock that ran, a return visit, a step. A row of the view {@code figures.occasion}.
 *
 * @param kind name of the clock, {@code return-visit}, or of the step
 * @param ref which of the case's: round of a clock, number of a visit or step
 * @param at when a clock was due; when a visit or step was
 * @param lead department that it counts for; null where nobody had it
 */
public record Occasion(
        Matter matter,
        String kind,
        int ref,
        Instant at,
        LocalDate day,
        @Nullable String lead,
        @Nullable Ran clock,
        @Nullable Visit visit,
        @Nullable String reason) {

    /** What formulas may ask of the case as it is now. */
    public record Matter(
            UUID id,
            String number,
            String title,
            String channel,
            String category,
            String urgency,
            String committee,
            int reporters,
            int returns,
            int reworks,
            int reopens,
            int supervision,
            int repeats) {}

    /** How a clock ended. */
    public record Ran(Instant dueAt, @Nullable Instant stoppedAt, Outcome outcome, int extensions, int pauses) {

        /** Whether its time is over, one way or the other; a paused or abandoned clock never is. */
        public boolean isDue(Instant now) {
            return switch (outcome) {
                case MET, MISSED -> true;
                case RUNNING -> now.isAfter(dueAt);
                case PAUSED, VOID -> false;
            };
        }
    }

    /** A return visit; stars 1 to 5. */
    public record Visit(
            boolean reached,
            @Nullable Boolean solved,
            @Nullable Integer stars) {}
}
