package org.yiwang.casework.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.CaseNotes.Contact;
import org.yiwang.casework.model.CaseNotes.ExtensionAsk;
import org.yiwang.casework.model.CaseNotes.Suspension;
import org.yiwang.casework.model.CaseNotes.Visit;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** A case in the making: takes effects one by one, then becomes a {@link CaseFile}. Never leaves this package. */
final class CaseDraft {
    private final UUID id;
    private final Tenant tenant;
    private @Nullable Channel channel;
    private String category = "";
    private String title = "";
    private String description = "";
    private Urgency urgency = Urgency.NORMAL;
    private @Nullable Place place;
    private Stage stage = Stage.REPORTED;
    private @Nullable UnitId lead;
    private @Nullable Person handler;
    private @Nullable Person verifier;
    private final List<Assignment> assistants = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private @Nullable Suspension suspension;
    private @Nullable ExtensionAsk extensionAsk;
    private int supervision;
    private boolean acknowledged;
    private int reworks;
    private int returns;
    private int reopens;
    private boolean arbitrated;
    private @Nullable UUID parent;
    private @Nullable UUID mergedInto;
    private final List<UUID> children = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private @Nullable Answers answers;
    private @Nullable Edition edition;
    private @Nullable Subject subject;
    private @Nullable Repeats repeats;
    private @Nullable Ruling ruling;
    private @Nullable Given given;
    private final List<StepTaken> steps = new ArrayList<>();
    private @Nullable Instant reportedAt;
    private @Nullable Instant closedAt;

    CaseDraft(UUID id, Tenant tenant) {
        this.id = id;
        this.tenant = tenant;
    }

    CaseDraft(CaseFile file) {
        this(file.id(), file.tenant());
        channel = file.channel();
        category = file.category();
        title = file.title();
        description = file.description();
        urgency = file.urgency();
        place = file.place();
        stage = file.stage();
        lead = file.lead();
        handler = file.handler();
        verifier = file.verifier();
        assistants.addAll(file.assistants());
        clocks.addAll(file.clocks());
        reports.addAll(file.reports());
        CaseNotes notes = file.notes();
        suspension = notes.suspension();
        extensionAsk = notes.extensionAsk();
        supervision = notes.supervision();
        acknowledged = notes.supervisionAcknowledged();
        reworks = notes.reworks();
        returns = notes.returns();
        reopens = notes.reopens();
        arbitrated = notes.arbitrated();
        parent = notes.parent();
        mergedInto = notes.mergedInto();
        children.addAll(notes.children());
        evidence.addAll(notes.evidence());
        contacts.addAll(notes.contacts());
        visits.addAll(notes.visits());
        answers = notes.answers();
        edition = notes.edition();
        subject = notes.subject();
        repeats = notes.repeats();
        ruling = notes.ruling();
        given = notes.given();
        steps.addAll(notes.steps());
        reportedAt = file.reportedAt();
        closedAt = file.closedAt();
    }

    void apply(CaseEvent event, Reckoning reckoning) {
        stage = event.to();
        for (Effect effect : event.effects()) apply(effect, event.at(), reckoning);
        closedAt = isOver(stage) ? (closedAt == null ? event.at() : closedAt) : null;
    }

    CaseFile at(CaseEvent last) {
        CaseNotes notes = new CaseNotes(
                suspension,
                extensionAsk,
                supervision,
                acknowledged,
                reworks,
                returns,
                reopens,
                arbitrated,
                parent,
                mergedInto,
                List.copyOf(children),
                List.copyOf(evidence),
                List.copyOf(contacts),
                List.copyOf(visits),
                answers,
                edition,
                subject,
                repeats,
                ruling,
                given,
                List.copyOf(steps));
        return new CaseFile(
                id,
                tenant,
                last.seq(),
                requireNonNull(channel),
                category,
                title,
                description,
                urgency,
                requireNonNull(place),
                stage,
                lead,
                handler,
                verifier,
                List.copyOf(assistants),
                List.copyOf(clocks),
                List.copyOf(reports),
                notes,
                new LastStep(last.action(), last.actorId()),
                requireNonNull(reportedAt),
                last.at(),
                closedAt);
    }

    private static boolean isOver(Stage stage) {
        return switch (stage) {
            case CLOSED, DECLINED, MERGED, WITHDRAWN -> true;
            case REPORTED, CHECKING, ACCEPTED, DISPATCHED, RETURN_ASKED, ARBITRATION, HANDLING, DONE, VERIFIED -> false;
        };
    }

    private void apply(Effect effect, Instant now, Reckoning reckoning) {
        switch (effect) {
            case Effect.Opened opened -> open(opened, now);
            case Effect.ReportJoined joined -> join(joined, reckoning);
            case Effect.ClockStarted(ClockName name, var limit) ->
                clocks.add(Clock.start(name, round(name) + 1, limit, now, reckoning));
            case Effect.ClockStopped(ClockName name) -> turn(name, clock -> clock.stop(now, reckoning));
            case Effect.ClockAbandoned(ClockName name) -> turn(name, clock -> clock.abandon(now));
            case Effect.ClockPaused(ClockName name, String why) -> turn(name, clock -> clock.pause(now, why));
            case Effect.ClockResumed(ClockName name) -> turn(name, clock -> clock.resume(now, reckoning));
            case Effect.ClockExtended(ClockName name, var limit, String why) ->
                turn(name, clock -> clock.extend(new Clock.Extension(limit, why, now), reckoning));
            case Effect.ClockFired(ClockName name) -> turn(name, clock -> clock.fired(reckoning));
            case Effect.LeadSet(var unit) -> lead = unit;
            case Effect.HandlerSet(var person) -> handler = person;
            case Effect.VerifierSet(var person) -> verifier = person;
            case Effect.AssistantAdded(UUID assignment, UnitId unit, String task) ->
                assistants.add(new Assignment(assignment, unit, task, Assignment.State.OPEN, "", now));
            case Effect.AssistantSettled(UUID assignment, var end, String note) ->
                assistants.replaceAll(a -> a.id().equals(assignment) ? a.settled(end, note, now) : a);
            case Effect.ExtensionAsked(var limit, String why) -> extensionAsk = new ExtensionAsk(limit, why, now);
            case Effect.ExtensionSettled ignored -> extensionAsk = null;
            case Effect.Suspended(String why, var until) -> suspension = new Suspension(why, until, now);
            case Effect.Resumed ignored -> suspension = null;
            case Effect.Supervised(int level) -> supervise(level);
            case Effect.SupervisionAcknowledged ignored -> acknowledged = true;
            case Effect.Counted(Counter counter) -> count(counter);
            case Effect.Arbitrated ignored -> arbitrated = true;
            case Effect.Corrected corrected -> correct(corrected);
            case Effect.MergedInto(UUID target) -> mergedInto = target;
            case Effect.ChildSplit(UUID child) -> children.add(child);
            case Effect.EvidenceAdded(var pieces) -> evidence.addAll(pieces);
            case Effect.Contacted(boolean reached, String note) -> contacts.add(new Contact(now, reached, note));
            case Effect.Visited(boolean reached, var solved, var stars, String note, var report, var reason) ->
                visits.add(new Visit(now, reached, solved, stars, note, report, reason));
            case Effect.Answered(var ids, String text) ->
                reports.replaceAll(report -> ids.contains(report.id()) ? report.answered(text, now) : report);
            case Effect.Rated(UUID report, int stars, var solved, String note) ->
                reports.replaceAll(r -> r.id().equals(report) ? r.rated(stars, solved) : r);
            case Effect.About(var about, var counted) -> {
                subject = about;
                repeats = counted;
            }
            case Effect.Ruled(var rule) -> ruling = rule;
            case Effect.LimitsGiven(var limits) -> given = limits;
            case Effect.StepDone(String step, String by, var said, var photos, String note) ->
                steps.add(new StepTaken(step, now, by, said, photos, note));
            case Effect.Undone ignored -> {}
        }
    }

    private void open(Effect.Opened opened, Instant now) {
        channel = opened.channel();
        category = opened.category();
        title = opened.title();
        description = opened.description();
        urgency = opened.urgency();
        place = opened.place();
        parent = opened.parent();
        List<Answer> said = opened.answers();
        answers = said == null ? null : new Answers(opened.category(), said, opened.edition());
        edition = opened.edition();
        reportedAt = now;
    }

    private void join(Effect.ReportJoined joined, Reckoning reckoning) {
        Instant due = reckoning.due(joined.at(), List.of(joined.answerWithin()), List.of());
        reports.add(new Report(
                joined.report(), joined.channel(), joined.at(), joined.answerWithin(), due, null, null, null, null));
    }

    private int round(ClockName name) {
        return (int) clocks.stream().filter(clock -> clock.name() == name).count();
    }

    private void turn(ClockName name, UnaryOperator<Clock> turn) {
        clocks.replaceAll(clock -> clock.name() == name && clock.isOpen() ? turn.apply(clock) : clock);
    }

    private void supervise(int level) {
        supervision = level;
        acknowledged = false;
    }

    private void count(Counter counter) {
        switch (counter) {
            case REWORK -> reworks++;
            case RETURN -> returns++;
            case REOPEN -> reopens++;
        }
    }

    private void correct(Effect.Corrected corrected) {
        if (corrected.category() != null) {
            category = corrected.category();
            edition = corrected.edition();
        }
        if (corrected.place() != null) place = corrected.place();
        if (corrected.title() != null) title = corrected.title();
        if (corrected.urgency() != null) urgency = corrected.urgency();
    }
}
