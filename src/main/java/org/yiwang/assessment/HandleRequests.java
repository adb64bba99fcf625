package org.yiwang.assessment;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Request;
import org.yiwang.assessment.model.Request.Kind;
import org.yiwang.assessment.model.Request.State;
import org.yiwang.assessment.model.Request.Step;
import org.yiwang.assessment.model.Request.Taken;
import org.yiwang.assessment.store.RequestStore;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;

/** A unit asks for an order to be left out or appeals against a line; the centre decides; the next edition follows it. */
@Service
public class HandleRequests {
    private static final int NOTE_CHARACTERS_MAX = 500;

    private final Assessments assessments;
    private final ViewScores scores;
    private final RequestStore store;
    private final Units units;
    private final People people;
    private final Notices notices;
    private final WorkCalendar calendar;
    private final Ids ids;
    private final AuditTrail audit;

    HandleRequests(
            Assessments assessments,
            ViewScores scores,
            RequestStore store,
            Units units,
            People people,
            Notices notices,
            WorkCalendar calendar,
            Ids ids,
            AuditTrail audit) {
        this.assessments = assessments;
        this.scores = scores;
        this.store = store;
        this.units = units;
        this.people = people;
        this.notices = notices;
        this.calendar = calendar;
        this.ids = ids;
        this.audit = audit;
    }

    /**
     * What is asked for.
     *
     * @param measure of an appeal, with {@code ref}, the line
     * @param reason of an exclusion, a code of the formula's list
     */
    public record Asked(
            Kind kind,
            String packageId,
            String name,
            YearMonth month,
            UUID caseId,
            @Nullable String measure,
            @Nullable Integer ref,
            @Nullable String reason,
            String note) {}

    /** For the person's own unit, about an order on the month's published list. */
    @Transactional
    public Request ask(Staff staff, Asked asked, Instant now) {
        Assessment formula = assessments.require(staff.tenant(), asked.packageId(), asked.name());
        note(asked.note());
        Edition edition = scores.find(staff, asked.packageId(), asked.name(), asked.month(), null)
                .filter(Edition::isPublished)
                .orElseThrow(() -> Refusal.conflict("assessment.not-published", asked.month())
                        .exception());
        String unit = staff.unit().value();
        List<Cost> costs = scores.open(staff, edition, board(staff), unit).costs();
        Cost about = costs.stream()
                .filter(cost -> cost.line().caseId().equals(asked.caseId()))
                .filter(cost -> asked.kind() == Kind.EXCLUSION || isLine(cost.line(), asked))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("assessment.no-line").exception());
        String reason =
                switch (asked.kind()) {
                    case EXCLUSION -> reason(formula, asked.reason());
                    case APPEAL -> appealable(edition, about, now);
                };
        Line line = about.line();
        Request request = new Request(
                ids.next(),
                asked.kind(),
                asked.packageId(),
                asked.name(),
                asked.month(),
                asked.kind() == Kind.APPEAL ? edition.id() : null,
                unit,
                line.caseId(),
                line.number(),
                line.title(),
                asked.kind() == Kind.APPEAL ? line.key() : null,
                reason,
                asked.note().strip(),
                State.ASKED,
                staff.id(),
                List.of(new Taken(Step.ASK.id(), now, staff.name(), asked.note().strip())));
        store.add(staff, request);
        record(staff, request, Step.ASK);
        tell(staff.tenant(), deciders(staff.tenant()), request, Step.ASK, now);
        return request;
    }

    private Board board(Staff staff) {
        return units.tree(staff.tenant()).is(staff.unit(), Unit.Kind.COMMITTEE) ? Board.COMMITTEE : Board.DEPARTMENT;
    }

    private static boolean isLine(Line line, Asked asked) {
        return line.measure().equals(asked.measure())
                && Integer.valueOf(line.ref()).equals(asked.ref());
    }

    private static String reason(Assessment formula, @Nullable String code) {
        return formula.reasons().stream()
                .map(Assessment.Reason::code)
                .filter(known -> known.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                                "reason",
                                "assessment.no-reason",
                                String.join(
                                        ", ",
                                        formula.reasons().stream()
                                                .map(Assessment.Reason::code)
                                                .toList()))
                        .exception());
    }

    private String appealable(Edition edition, Cost cost, Instant now) {
        if (cost.points().signum() <= 0)
            throw Refusal.conflict("assessment.costs-nothing").exception();
        Instant until = appealUntil(edition);
        if (now.isAfter(until))
            throw Refusal.conflict(
                            "assessment.appeal-late",
                            edition.scheme().appealDays(),
                            until.atZone(WorkCalendar.ZONE).toLocalDate())
                    .exception();
        return "";
    }

    /** Working days from publication, as the formula says. */
    public Instant appealUntil(Edition edition) {
        Instant from = edition.publishedAt() == null ? edition.madeAt() : edition.publishedAt();
        return calendar.add(from, Limit.workingDays(edition.scheme().appealDays()));
    }

    @Transactional
    public Request move(Staff staff, UUID id, Step step, String note, Instant now) {
        Request request = store.find(staff.tenant(), id)
                .filter(one -> mayMove(staff, one, step))
                .orElseThrow(() -> Refusal.notFound("assessment.no-request").exception());
        if (step.byCentre()) Access.require(staff, ViewScores.MANAGE);
        note(note);
        Taken taken = new Taken(step.id(), now, staff.name(), note.strip());
        if (!step.isFrom(request.state()) || !store.move(staff, id, request.state(), step.to(), taken))
            throw Refusal.conflict("assessment.decided").exception();
        record(staff, request, step);
        tell(
                staff.tenant(),
                step.byCentre() ? heads(staff.tenant(), request) : deciders(staff.tenant()),
                request,
                step,
                now);
        return store.find(staff.tenant(), id).orElseThrow();
    }

    private static boolean mayMove(Staff staff, Request request, Step step) {
        return step.byCentre()
                ? Access.may(staff, ViewScores.MANAGE)
                : staff.unit().value().equals(request.unit());
    }

    /** All for the centre, those of the own unit for everybody else. */
    public RequestStore.Page page(Staff staff, @Nullable State state, int limit, int offset) {
        String unit = staff.sight().everything() ? null : staff.unit().value();
        return store.page(staff.tenant(), unit, state, limit, offset);
    }

    private static void note(String note) {
        if (note.isBlank() || note.length() > NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("note", "assessment.no-note", NOTE_CHARACTERS_MAX)
                    .exception();
    }

    private void record(Staff staff, Request request, Step step) {
        audit.record(
                staff.tenant(),
                "assessment/request/" + request.id(),
                staff.id().toString(),
                step.id(),
                Map.of("kind", request.kind().id(), "case", request.number(), "unit", request.unit()));
    }

    private List<UUID> deciders(Tenant tenant) {
        return people.all(tenant).stream()
                .filter(person -> Access.may(person, ViewScores.MANAGE))
                .map(Staff::id)
                .toList();
    }

    private List<UUID> heads(Tenant tenant, Request request) {
        return people.all(tenant).stream()
                .filter(person -> person.id().equals(request.askedBy())
                        || (person.unit().value().equals(request.unit()) && person.is(Role.UNIT_LEAD)))
                .map(Staff::id)
                .toList();
    }

    private void tell(Tenant tenant, Collection<UUID> recipients, Request request, Step step, Instant now) {
        boolean appeal = request.kind() == Kind.APPEAL;
        String zh = appeal ? "申诉" : "剔除申请";
        String en = appeal ? "Appeal" : "Request to leave an order out";
        Words title =
                switch (step) {
                    case ASK -> new Words("收到" + zh, en + " received");
                    case GRANT -> new Words(zh + "已同意", en + " granted");
                    case REFUSE -> new Words(zh + "未同意", en + " refused");
                    case WITHDRAW -> new Words(zh + "已撤回", en + " withdrawn");
                };
        String text = request.number() + " " + request.title();
        notices.send(
                tenant,
                recipients,
                new Notice(
                        now,
                        "assessment-request",
                        false,
                        title,
                        new Words(text, text),
                        request.caseId(),
                        request.number(),
                        "assessment/request/" + request.id() + "/" + step.id()));
    }
}
