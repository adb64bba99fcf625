package org.yiwang.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.FindCases.AboutLine;
import org.yiwang.casework.FindCases.ClockLine;
import org.yiwang.casework.FindCases.Line;
import org.yiwang.casework.FindCases.Spot;
import org.yiwang.casework.model.Assignment;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.Person;
import org.yiwang.casework.model.Repeats;
import org.yiwang.casework.model.Ruling;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Subject;
import org.yiwang.casework.model.Transition;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/** A case in full, for one person: with exactly the actions that this person may take now. */
record CaseDetail(
        UUID id,
        String number,
        int version,
        Channel channel,
        String category,
        String title,
        String description,
        List<AnswerView> answers,
        Stage state,
        Urgency urgency,
        Spot place,
        @Nullable UnitId lead,
        @Nullable Person handler,
        @Nullable Person verifier,
        boolean suspended,
        CaseNotes.@Nullable Suspension suspension,
        CaseNotes.@Nullable ExtensionAsk extensionAsk,
        int supervision,
        boolean supervisionAcknowledged,
        int reworks,
        int returns,
        int reopens,
        @Nullable ClockLine clock,
        @Nullable Instant wholeDueAt,
        List<ClockView> clocks,
        List<Assignment> assistants,
        List<ReportView> reports,
        List<Evidence> attachments,
        List<CaseNotes.Contact> contacts,
        List<CaseNotes.Visit> visits,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable UUID parent,
        @Nullable UUID mergedInto,
        List<Line> children,
        @Nullable AboutLine subject,
        @Nullable Repeats repeats,
        @Nullable Ruling ruling,
        List<StepView> steps,
        List<ActionOffer> actions) {

    /** A clock as the screen draws it. */
    record ClockView(
            ClockName name,
            int round,
            Limit limit,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant stoppedAt,
            Clock.Outcome outcome,
            boolean late,
            List<Clock.Pause> pauses,
            List<Clock.Extension> extensions) {

        static ClockView of(Clock clock, Instant now) {
            return new ClockView(
                    clock.name(),
                    clock.round(),
                    clock.limit(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.stoppedAt(),
                    clock.outcome(),
                    clock.isLate(now),
                    clock.pauses(),
                    clock.extensions());
        }
    }

    /** One reporter's part; the name is given, the telephone only masked. */
    record ReportView(
            UUID id,
            Channel channel,
            @Nullable String name,
            @Nullable String phone,
            String text,
            @Nullable String link,
            Instant at,
            Instant answerDueAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable Integer satisfaction,
            @Nullable Boolean solved) {}

    /** An action that is open to this person, and what it needs. */
    record ActionOffer(String id, List<NeedView> needs, Transition.Style style, boolean undoable) {}

    /** A field of an action; {@code reasons} names the list that a reason is chosen from. */
    record NeedView(
            String field, boolean required, @Nullable String reasons) {}

    static CaseDetail of(
            StoredCase stored,
            List<AnswerView> answers,
            List<Decide.Offer> offers,
            List<ReportView> reports,
            List<Line> children,
            List<StepView> steps,
            Instant now) {
        CaseFile file = stored.file();
        CaseNotes notes = file.notes();
        return new CaseDetail(
                file.id(),
                stored.number(),
                file.seq(),
                file.channel(),
                file.category(),
                file.title(),
                file.description(),
                answers,
                file.stage(),
                file.urgency(),
                new Spot(
                        file.place().lon(),
                        file.place().lat(),
                        file.place().address(),
                        file.place().cell(),
                        file.place().committee(),
                        file.place().area()),
                file.lead(),
                file.handler(),
                file.verifier(),
                notes.suspension() != null,
                notes.suspension(),
                notes.extensionAsk(),
                notes.supervision(),
                notes.supervisionAcknowledged(),
                notes.reworks(),
                notes.returns(),
                notes.reopens(),
                file.bindingClock().map(clock -> line(clock, now)).orElse(null),
                file.openClock(ClockName.WHOLE).map(Clock::dueAt).orElse(null),
                file.clocks().stream().map(clock -> ClockView.of(clock, now)).toList(),
                file.assistants(),
                reports,
                notes.evidence(),
                notes.contacts(),
                notes.visits(),
                file.reportedAt(),
                file.updatedAt(),
                file.closedAt(),
                notes.parent(),
                notes.mergedInto(),
                children,
                about(notes.subject()),
                notes.repeats(),
                notes.ruling(),
                steps,
                offers.stream().map(CaseDetail::offer).toList());
    }

    private static @Nullable AboutLine about(@Nullable Subject subject) {
        return subject == null ? null : new AboutLine(subject.register(), subject.key(), subject.label());
    }

    private static ClockLine line(Clock clock, Instant now) {
        return new ClockLine(clock.name(), clock.dueAt(), clock.outcome() == Clock.Outcome.PAUSED, clock.isLate(now));
    }

    private static ActionOffer offer(Decide.Offer offer) {
        List<NeedView> needs = offer.needs().stream()
                .map(need -> new NeedView(need.field(), need.required(), need.reasons()))
                .toList();
        return new ActionOffer(offer.action(), needs, offer.style(), offer.undoable());
    }
}
