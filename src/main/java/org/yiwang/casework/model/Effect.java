package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/** One fact that a step brings about. A case is nothing but the sum of its events' effects; the names here are the names in the stored events. */
@JsonTypeInfo(use = Id.NAME, include = As.PROPERTY, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = Effect.ReportJoined.class, name = "report-joined"),
    @JsonSubTypes.Type(value = Effect.ClockStarted.class, name = "clock-started"),
    @JsonSubTypes.Type(value = Effect.ClockStopped.class, name = "clock-stopped"),
    @JsonSubTypes.Type(value = Effect.ClockAbandoned.class, name = "clock-abandoned"),
    @JsonSubTypes.Type(value = Effect.ClockPaused.class, name = "clock-paused"),
    @JsonSubTypes.Type(value = Effect.ClockResumed.class, name = "clock-resumed"),
    @JsonSubTypes.Type(value = Effect.ClockExtended.class, name = "clock-extended"),
    @JsonSubTypes.Type(value = Effect.ClockFired.class, name = "clock-fired"),
    @JsonSubTypes.Type(value = Effect.LeadSet.class, name = "lead-set"),
    @JsonSubTypes.Type(value = Effect.HandlerSet.class, name = "handler-set"),
    @JsonSubTypes.Type(value = Effect.VerifierSet.class, name = "verifier-set"),
    @JsonSubTypes.Type(value = Effect.AssistantAdded.class, name = "assistant-added"),
    @JsonSubTypes.Type(value = Effect.AssistantSettled.class, name = "assistant-settled"),
    @JsonSubTypes.Type(value = Effect.ExtensionAsked.class, name = "extension-asked"),
    @JsonSubTypes.Type(value = Effect.ExtensionSettled.class, name = "extension-settled"),
    @JsonSubTypes.Type(value = Effect.Suspended.class, name = "suspended"),
    @JsonSubTypes.Type(value = Effect.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Effect.Supervised.class, name = "supervised"),
    @JsonSubTypes.Type(value = Effect.SupervisionAcknowledged.class, name = "supervision-acknowledged"),
    @JsonSubTypes.Type(value = Effect.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Effect.Arbitrated.class, name = "arbitrated"),
    @JsonSubTypes.Type(value = Effect.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = Effect.MergedInto.class, name = "merged-into"),
    @JsonSubTypes.Type(value = Effect.ChildSplit.class, name = "child-split"),
    @JsonSubTypes.Type(value = Effect.EvidenceAdded.class, name = "evidence-added"),
    @JsonSubTypes.Type(value = Effect.Contacted.class, name = "contacted"),
    @JsonSubTypes.Type(value = Effect.Visited.class, name = "visited"),
    @JsonSubTypes.Type(value = Effect.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Effect.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = Effect.About.class, name = "about"),
    @JsonSubTypes.Type(value = Effect.Ruled.class, name = "ruled"),
    @JsonSubTypes.Type(value = Effect.LimitsGiven.class, name = "limits-given"),
    @JsonSubTypes.Type(value = Effect.StepDone.class, name = "step-taken"),
    @JsonSubTypes.Type(value = Effect.Undone.class, name = "undone")
})
public sealed interface Effect {

    /**
     * @param answers to the questions of the category; null where there are none, as in events older than questions
     * @param edition null in events older than packages
     */
    record Opened(
            Channel channel,
            String category,
            String title,
            String description,
            Urgency urgency,
            Place place,
            @Nullable UUID parent,
            @Nullable List<Answer> answers,
            @Nullable Edition edition)
            implements Effect {}

    /** A reporter joins the case; name and telephone stand apart, in the report's own row. */
    record ReportJoined(UUID report, Channel channel, Instant at, Limit answerWithin) implements Effect {}

    record ClockStarted(ClockName clock, Limit limit) implements Effect {}

    record ClockStopped(ClockName clock) implements Effect {}

    record ClockAbandoned(ClockName clock) implements Effect {}

    record ClockPaused(ClockName clock, String reason) implements Effect {}

    record ClockResumed(ClockName clock) implements Effect {}

    record ClockExtended(ClockName clock, Limit limit, String reason) implements Effect {}

    /** The clock has reached the next rung of the ladder. */
    record ClockFired(ClockName clock) implements Effect {}

    record LeadSet(@Nullable UnitId unit) implements Effect {}

    record HandlerSet(@Nullable Person person) implements Effect {}

    record VerifierSet(@Nullable Person person) implements Effect {}

    record AssistantAdded(UUID assignment, UnitId unit, String task) implements Effect {}

    record AssistantSettled(UUID assignment, Assignment.State state, String note) implements Effect {}

    record ExtensionAsked(Limit limit, String reason) implements Effect {}

    record ExtensionSettled(boolean granted) implements Effect {}

    record Suspended(String reason, @Nullable Instant until) implements Effect {}

    record Resumed() implements Effect {}

    /** @param level 1 催办, 2 督办, 3 黄牌, 4 红牌, 5 报领导 */
    record Supervised(int level) implements Effect {}

    record SupervisionAcknowledged() implements Effect {}

    record Counted(Counter counter) implements Effect {}

    /** The duty chief has named the lead; from now on the case cannot be returned. */
    record Arbitrated() implements Effect {}

    record Corrected(
            @Nullable String category,
            @Nullable Place place,
            @Nullable String title,
            @Nullable Urgency urgency,
            @Nullable Edition edition)
            implements Effect {}

    record MergedInto(UUID target) implements Effect {}

    record ChildSplit(UUID child) implements Effect {}

    record EvidenceAdded(List<Evidence> evidence) implements Effect {}

    record Contacted(boolean reached, String note) implements Effect {}

    /**
     * @param report whom the visit was paid to; null where it speaks for all of them, as in events older than visits one by one
     * @param reason why somebody is not satisfied, of the reason list {@code dissatisfied}
     */
    record Visited(
            boolean reached,
            @Nullable Boolean solved,
            @Nullable Integer satisfaction,
            String note,
            @Nullable UUID report,
            @Nullable String reason)
            implements Effect {}

    record Answered(List<UUID> reports, String text) implements Effect {}

    record Rated(UUID report, int satisfaction, @Nullable Boolean solved, String note) implements Effect {}

    /** The case is about this record, and how often that had such a case before. */
    record About(Subject subject, @Nullable Repeats repeats) implements Effect {}

    /** What the dispatch table says of the case; null where no line fits any more. */
    record Ruled(@Nullable Ruling ruling) implements Effect {}

    /** The matter came with limits of its own. */
    record LimitsGiven(Given given) implements Effect {}

    /** A step of handling was taken. */
    record StepDone(String step, String by, List<Answer> answers, List<UUID> photos, String note) implements Effect {}

    /** The event of this number no longer counts. */
    record Undone(int seq) implements Effect {}
}
