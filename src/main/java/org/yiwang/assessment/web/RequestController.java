package org.yiwang.assessment.web;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.assessment.Assessments;
import org.yiwang.assessment.HandleRequests;
import org.yiwang.assessment.HandleRequests.Asked;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Request;
import org.yiwang.assessment.model.Request.Kind;
import org.yiwang.assessment.model.Request.State;
import org.yiwang.assessment.model.Request.Step;
import org.yiwang.assessment.store.RequestStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** 剔除 and 申诉: what units ask about orders on their lists, and what becomes of it. */
@RestController
@RequestMapping("/api/v1/assessments/requests")
class RequestController {
    private final HandleRequests requests;
    private final Assessments assessments;
    private final Clock clock;

    RequestController(HandleRequests requests, Assessments assessments, Clock clock) {
        this.requests = requests;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * What a unit asks for.
     *
     * @param measure of an appeal, with {@code ref}, the line
     * @param reason of an exclusion, a code of the formula's list
     */
    @SchemaName("ScoreRequestDraft")
    record Draft(
            Kind kind,
            String pack,
            String name,
            String month,
            UUID caseId,
            @Nullable String measure,
            @Nullable Integer ref,
            @Nullable String reason,
            String note) {}

    @SchemaName("ScoreRequestNote")
    record Note(String note) {}

    @SchemaName("ScoreRequestStep")
    record StepView(String step, Instant at, String by, String note) {}

    /** @param reason in words; empty for appeals */
    @SchemaName("ScoreRequest")
    record RequestView(
            UUID id,
            Kind kind,
            String pack,
            String name,
            String month,
            String unit,
            UUID caseId,
            String number,
            String title,
            @Nullable String measure,
            String reason,
            State state,
            List<StepView> steps) {}

    @SchemaName("ScoreRequests")
    record RequestPage(List<RequestView> items, long total) {}

    /** The centre gets those of all units, everybody else those of the own. Open ones first. */
    @GetMapping
    @Needs(AssessmentController.READ)
    RequestPage list(
            Staff staff,
            @RequestParam @Nullable String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale) {
        if (limit < 1 || limit > AssessmentController.ROWS_MAX || offset < 0)
            throw Refusal.invalid("limit", "assessment.rows", AssessmentController.ROWS_MAX)
                    .exception();
        RequestStore.Page page = requests.page(staff, state == null ? null : state(state), limit, offset);
        return new RequestPage(
                page.items().stream().map(one -> view(staff, one, locale)).toList(), page.total());
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(one -> one.id().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("state", "request.wrong-value", "state").exception());
    }

    @PostMapping
    @Needs("assessment.ask")
    RequestView ask(Staff staff, @RequestBody Draft draft, Locale locale) {
        Asked asked = new Asked(
                required("kind", draft.kind()),
                required("pack", draft.pack()),
                required("name", draft.name()),
                Months.of("month", required("month", draft.month())),
                required("caseId", draft.caseId()),
                draft.measure(),
                draft.ref(),
                draft.reason(),
                Objects.requireNonNullElse(draft.note(), ""));
        return view(staff, requests.ask(staff, asked, clock.instant()), locale);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null)
            throw Refusal.invalid(field, "request.missing", field).exception();
        return value;
    }

    /** @param step grant or refuse by the centre, withdraw by the unit that asked */
    @PostMapping("/{id}/{step}")
    @Needs(AssessmentController.READ)
    RequestView move(
            Staff staff, @PathVariable UUID id, @PathVariable String step, @RequestBody Note note, Locale locale) {
        Step known = Step.of(step)
                .orElseThrow(() -> Refusal.notFound("assessment.no-step").exception());
        String why = Objects.requireNonNullElse(note.note(), "");
        return view(staff, requests.move(staff, id, known, why, clock.instant()), locale);
    }

    private RequestView view(Staff staff, Request one, Locale locale) {
        String language = locale.getLanguage();
        List<Assessment> known = assessments.all(staff.tenant());
        String reason = known.stream()
                .filter(formula -> formula.packageId().equals(one.packageId())
                        && formula.name().equals(one.name()))
                .flatMap(formula -> formula.reasons().stream())
                .filter(entry -> entry.code().equals(one.reason()))
                .map(entry -> entry.title().in(language))
                .findFirst()
                .orElse(one.reason());
        return new RequestView(
                one.id(),
                one.kind(),
                one.packageId(),
                one.name(),
                month(one.month()),
                one.unit(),
                one.caseId(),
                one.number(),
                one.title(),
                one.line() == null ? null : one.line().measure(),
                reason,
                one.state(),
                one.steps().stream()
                        .map(taken -> new StepView(taken.step(), taken.at(), taken.by(), taken.note()))
                        .toList());
    }

    private static String month(YearMonth month) {
        return month.toString();
    }
}
