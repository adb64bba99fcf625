package org.yiwang.casework.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CaseWords;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.organisation.Secrets;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.form.FormField;
import org.yiwang.scenario.form.Kind;
import org.yiwang.worktime.WorkCalendar;

/** What a resident does without an account: report, then follow by a private link. */
@RestController
@RequestMapping("/api/v1/public")
class PublicController {
    /** A category as a resident chooses it, and what is asked about it. */
    record Choice(String code, Category.Kind kind, String zh, String en, List<FormField> form) {}

    /** @param answers to the questions of the category, by their keys; one value may stand without a list */
    @SchemaName("ResidentReport")
    record Fresh(
            String category,
            @Nullable String description,
            ActionBody.@Nullable PlaceBody place,
            @Nullable List<ActionBody.Photo> attachments,
            @Nullable String name,
            @Nullable String phone,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> answers) {}

    /** What the reporter is promised. */
    record Promise(Instant answerBy, String words) {}

    record Taken(String number, String link, String token, Promise promise) {}

    record Step(Instant at, String text) {}

    /** The reporter's own view: no name of staff, nothing of other reporters; answers only where this report opened the case. */
    record Followed(
            String number,
            String title,
            Stage state,
            String stateText,
            String category,
            String description,
            List<AnswerView> answers,
            String address,
            double lon,
            double lat,
            Instant reportedAt,
            Instant answerBy,
            String answerByWords,
            boolean overdue,
            List<Step> steps,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable Integer satisfaction,
            List<Evidence> attachments,
            boolean canAdd,
            boolean canRate,
            boolean canReopen,
            Instant now) {}

    record Addition(String text, @Nullable List<ActionBody.Photo> attachments) {}

    record Rating(
            @Nullable Integer satisfaction,
            @Nullable Boolean solved,
            @Nullable String note) {}

    record Reopening(@Nullable String note) {}

    private final CatalogueStore catalogue;
    private final AnswerViews answers;
    private final CaseIntake intake;
    private final ReportStore reporters;
    private final ActOnCase act;
    private final CaseStore store;
    private final ActionInputs inputs;
    private final CaseWords words;
    private final Secrets secrets;
    private final WorkCalendar calendar;
    private final ReportThrottle throttle;
    private final Clock clock;
    private final Tenant own;

    PublicController(
            CatalogueStore catalogue,
            AnswerViews answers,
            CaseIntake intake,
            ReportStore reporters,
            ActOnCase act,
            CaseStore store,
            ActionInputs inputs,
            CaseWords words,
            Secrets secrets,
            WorkCalendar calendar,
            ReportThrottle throttle,
            Clock clock,
            @Value("${yiwang.tenant}") int own) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.intake = intake;
        this.reporters = reporters;
        this.act = act;
        this.store = store;
        this.inputs = inputs;
        this.words = words;
        this.secrets = secrets;
        this.calendar = calendar;
        this.throttle = throttle;
        this.clock = clock;
        this.own = new Tenant(own);
    }

    @GetMapping("/categories")
    List<Choice> categories() {
        return catalogue.of(own).all().stream()
                .filter(Category::isPublic)
                .map(category -> new Choice(
                        category.code(), category.kind(), category.zh(), category.en(), asked(own, category)))
                .toList();
    }

    /** A resident cannot know what stands in a register. */
    private List<FormField> asked(Tenant tenant, Category category) {
        return catalogue.form(tenant, category.code()).view().stream()
                .filter(field -> field.kind() != Kind.RECORD)
                .toList();
    }

    /** What they were not asked they do not answer either: whether a register has a record is not theirs to try out. */
    private Map<String, List<String>> answers(Tenant tenant, Fresh fresh) {
        Map<String, List<String>> answers = new HashMap<>(Objects.requireNonNullElse(fresh.answers(), Map.of()));
        catalogue.form(tenant, String.valueOf(fresh.category())).fields().stream()
                .filter(field -> field.kind() == Kind.RECORD)
                .forEach(field -> answers.remove(field.name()));
        return answers;
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Taken> report(
            @RequestBody Fresh fresh,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Locale locale) {
        throttle.check(request.getRemoteAddr(), clock.instant());
        Place place = inputs.place(own, fresh.place());
        if (place == null)
            throw Refusal.invalid("place", "case.field-missing", "place").exception();
        String token = secrets.token();
        Actor resident = Actor.reporter("resident", "居民");
        List<Evidence> evidence = inputs.evidence(own, resident, fresh.attachments());
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.RESIDENT,
                fresh.category(),
                null,
                fresh.description() == null ? "" : fresh.description(),
                null,
                place,
                evidence,
                new ReportStore.Reporter(
                        fresh.name(), fresh.phone(), fresh.description() == null ? "" : fresh.description()),
                token,
                answers(own, fresh));
        StoredCase stored = intake.take(own, matter, resident, clock.instant(), key);
        inputs.tie(stored.file(), evidence);
        Instant by = stored.file().reports().getFirst().answerDueAt();
        Promise promise = new Promise(by, calendar.words(locale).before(by));
        String link = "/m/r/" + token;
        return ResponseEntity.created(URI.create(link)).body(new Taken(stored.number(), link, token, promise));
    }

    @GetMapping("/reports/{token}")
    Followed follow(@PathVariable String token, Locale locale) {
        ReportStore.Link link = link(token);
        return view(link, act.visible(link.tenant(), link.caseId(), actor(link)), locale);
    }

    @PostMapping("/reports/{token}/info")
    Followed add(@PathVariable String token, @RequestBody Addition addition, Locale locale) {
        ActionInput input = new ActionInput.Builder()
                .note(addition.text())
                .evidence(inputs.evidence(own, actor(link(token)), addition.attachments()))
                .build();
        return step(token, "add-info", input, locale);
    }

    @PostMapping("/reports/{token}/rating")
    Followed rate(@PathVariable String token, @RequestBody Rating rating, Locale locale) {
        ActionInput input = new ActionInput.Builder()
                .satisfaction(rating.satisfaction())
                .solved(rating.solved())
                .note(rating.note())
                .build();
        return step(token, "rate", input, locale);
    }

    @PostMapping("/reports/{token}/reopen")
    Followed reopen(@PathVariable String token, @RequestBody Reopening reopening, Locale locale) {
        ActionInput input = new ActionInput.Builder()
                .reason("not-solved")
                .note(reopening.note())
                .build();
        return step(token, "reopen", input, locale);
    }

    private Followed step(String token, String action, ActionInput input, Locale locale) {
        ReportStore.Link link = link(token);
        StoredCase after = act.act(
                link.tenant(), ActOnCase.Request.of(link.caseId(), action, input), actor(link), clock.instant());
        inputs.tie(after.file(), input.evidence());
        return view(link, after, locale);
    }

    private ReportStore.Link link(String token) {
        return reporters.find(token).orElseThrow(() -> Refusal.notFound("case.no-link")
                .exception());
    }

    private static Actor actor(ReportStore.Link link) {
        // Names stay with the report; steps stand in the sealed trail for good.
        return Actor.reporter(link.report().toString(), "报告人");
    }

    private Followed view(ReportStore.Link link, StoredCase stored, Locale locale) {
        CaseFile file = stored.file();
        Instant now = clock.instant();
        Report own = file.reports().stream()
                .filter(report -> report.id().equals(link.report()))
                .findFirst()
                .orElseThrow();
        List<String> actions = catalogue.decide(link.tenant()).offers(file, actor(link), now, 0).stream()
                .map(offer -> offer.action())
                .toList();
        return new Followed(
                stored.number(),
                file.title(),
                file.stage(),
                told(file.stage(), locale),
                file.category(),
                file.description(),
                own.at().equals(file.reportedAt())
                        ? answers.of(file.tenant(), file.notes().answers())
                        : List.of(),
                file.place().address(),
                file.place().lon(),
                file.place().lat(),
                own.at(),
                own.answerDueAt(),
                calendar.words(locale).before(own.answerDueAt()),
                own.answeredAt() == null && now.isAfter(own.answerDueAt()),
                steps(store.events(link.tenant(), file.id()), locale),
                own.answer(),
                own.answeredAt(),
                own.satisfaction(),
                file.notes().evidence(),
                actions.contains("add-info"),
                actions.contains("rate") && own.satisfaction() == null,
                actions.contains("reopen"),
                now);
    }

    /** One line per change of stage, in the reporter's words. */
    private List<Step> steps(List<CaseEvent> events, Locale locale) {
        List<Step> steps = new ArrayList<>();
        for (CaseEvent event : events) {
            if (event.from() != event.to()) steps.add(new Step(event.at(), told(event.to(), locale)));
        }
        return steps;
    }

    private String told(Stage stage, Locale locale) {
        CaseWords.Word word = words.told(stage.id());
        return locale.getLanguage().equals("en") ? word.en() : word.zh();
    }
}
