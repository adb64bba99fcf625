package org.yiwang.casework.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CountCases;
import org.yiwang.casework.ExplainClock;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.SimilarCases;
import org.yiwang.casework.SuggestLead;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.contract.SchemaName;

@RestController
@RequestMapping("/api/v1/cases")
class CaseController {
    private static final int BULK_MAX = 200;

    private final FindCases find;
    private final CountCases count;
    private final ActOnCase act;
    private final CaseIntake intake;
    private final CaseStore store;
    private final CaseViews views;
    private final ActionInputs inputs;
    private final SimilarCases similar;
    private final SuggestLead suggest;
    private final ExplainClock explain;
    private final OutsideEvents outside;
    private final RefusalTexts texts;
    private final Clock clock;

    CaseController(
            FindCases find,
            CountCases count,
            ActOnCase act,
            CaseIntake intake,
            CaseStore store,
            CaseViews views,
            ActionInputs inputs,
            SimilarCases similar,
            SuggestLead suggest,
            ExplainClock explain,
            OutsideEvents outside,
            RefusalTexts texts,
            Clock clock) {
        this.find = find;
        this.count = count;
        this.act = act;
        this.intake = intake;
        this.store = store;
        this.views = views;
        this.inputs = inputs;
        this.similar = similar;
        this.suggest = suggest;
        this.explain = explain;
        this.outside = outside;
        this.texts = texts;
        this.clock = clock;
    }

    /** A page of a list; {@code next} goes into the next request's {@code cursor}. */
    @SchemaName("CasePage")
    record Page(List<FindCases.Line> items, @Nullable String next, long total) {}

    @SchemaName("CaseEvents")
    record Events(List<CaseEvent> items) {}

    @SchemaName("SimilarCases")
    record Similars(List<SimilarCases.Similar> items) {}

    @SchemaName("LeadSuggestions")
    record Suggestions(List<SuggestLead.Suggestion> lead) {}

    /** By dimension, each in the order of what is open. */
    record Counters(Map<String, List<CountCases.Counter>> by) {}

    /**
     * A matter that a member of staff registers.
     *
     * @param answers to the questions of the category (in the dictionary), by their keys; one value may stand without a list
     */
    record Registration(
            @Nullable Channel channel,
            String category,
            @Nullable String title,
            String description,
            ActionBody.PlaceBody place,
            @Nullable List<ActionBody.Photo> attachments,
            @Nullable ReporterBody reporter,
            @Nullable Urgency urgency,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> answers) {}

    record ReporterBody(@Nullable String name, @Nullable String phone) {}

    /** One action on many cases. */
    @SchemaName("BulkAction")
    record Bulk(String action, List<Target> ids, @Nullable ActionBody body) {}

    @SchemaName("BulkTarget")
    record Target(UUID id, @Nullable Integer version) {}

    record BulkAnswer(List<Target> done, List<Refused> refused) {}

    @SchemaName("BulkRefusal")
    record Refused(UUID id, String code, String title, String remedy) {}

    @GetMapping
    Page list(
            Staff staff,
            @ParameterObject @ModelAttribute CaseQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > FindCases.PAGE_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, FindCases.PAGE_MAX)
                    .exception();
        FindCases.Page page =
                find.page(staff, query.filter(), query.order(), Cursors.read(cursor), limit, clock.instant());
        return new Page(page.items(), Cursors.write(page.next()), page.total());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CaseDetail> register(
            Staff staff,
            @RequestBody Registration matter,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Actor actor = Actor.staff(staff);
        List<Evidence> evidence = inputs.evidence(staff.tenant(), actor, matter.attachments());
        StoredCase stored = intake.register(
                staff,
                matter.channel() == null ? Channel.DESK : matter.channel(),
                matter.category(),
                matter.title(),
                matter.description(),
                matter.urgency(),
                inputs.place(staff.tenant(), matter.place()),
                evidence,
                Objects.requireNonNullElse(matter.answers(), Map.of()),
                matter.reporter() == null ? null : matter.reporter().name(),
                matter.reporter() == null ? null : matter.reporter().phone(),
                actor,
                clock.instant(),
                key);
        inputs.tie(stored.file(), evidence);
        return ResponseEntity.created(
                        URI.create("/api/v1/cases/" + stored.file().id()))
                .eTag(version(stored))
                .body(views.detail(staff, stored));
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseDetail> one(Staff staff, @PathVariable UUID id) {
        return answer(staff, act.visible(staff.tenant(), id, Actor.staff(staff)));
    }

    @GetMapping("/by-number/{number}")
    ResponseEntity<CaseDetail> byNumber(Staff staff, @PathVariable String number) {
        UUID id = store.findByNumber(staff.tenant(), number)
                .map(found -> found.file().id())
                .orElseThrow(() -> Refusal.notFound("case.not-found").exception());
        return one(staff, id);
    }

    @GetMapping("/{id}/events")
    Events events(Staff staff, @PathVariable UUID id) {
        act.visible(staff.tenant(), id, Actor.staff(staff));
        List<CaseEvent> all = store.events(staff.tenant(), id);
        return new Events(staff.isOutside() ? outside.of(all, staff.unit()) : all);
    }

    @GetMapping("/{id}/clocks/{name}/explanation")
    ExplainClock.Explained explanation(Staff staff, @PathVariable UUID id, @PathVariable String name, Locale locale) {
        StoredCase stored = act.visible(staff.tenant(), id, Actor.staff(staff));
        CaseFile file = staff.isOutside() ? OutsideView.of(stored.file(), staff.unit()) : stored.file();
        return explain.explain(file, clockName(name), clock.instant(), locale);
    }

    /** Addresses name a clock as the answers do, which the framework's own conversion of an enum does not know. */
    private static ClockName clockName(String name) {
        try {
            return ClockName.of(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("case.no-such-clock", name).exception();
        }
    }

    @GetMapping("/{id}/similar")
    Similars similarTo(Staff staff, @PathVariable UUID id) {
        StoredCase stored = act.visible(staff.tenant(), id, Actor.staff(staff));
        return new Similars(similar.to(staff, stored.file(), clock.instant()));
    }

    @GetMapping("/{id}/suggestions")
    Suggestions suggestions(Staff staff, @PathVariable UUID id) {
        StoredCase stored = act.visible(staff.tenant(), id, Actor.staff(staff));
        return new Suggestions(suggest.to(stored.file(), clock.instant()));
    }

    @GetMapping("/similar")
    Similars similarAt(
            Staff staff,
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String category) {
        return new Similars(similar.at(staff, lon, lat, category, clock.instant()));
    }

    @GetMapping("/counters")
    Counters counters(Staff staff, @RequestParam(defaultValue = "committee") List<String> by) {
        return new Counters(count.by(staff, by, clock.instant()));
    }

    @GetMapping("/today")
    CountCases.Today today(Staff staff) {
        return count.today(staff, clock.instant());
    }

    /** The case after the step; a client that only wants to know that it was taken says so (RFC 7240, return=minimal). */
    @PostMapping("/{id}/actions/{action}")
    ResponseEntity<CaseDetail> act(
            Staff staff,
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable ActionBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        ActionBody given = body == null ? NOTHING : body;
        Integer version = match == null ? given.version() : version(match);
        StoredCase after = act(staff, id, action, given, version, key);
        return MINIMAL.equals(prefer) ? taken(after) : answer(staff, after);
    }

    @PostMapping("/bulk")
    BulkAnswer bulk(
            Staff staff,
            @RequestBody Bulk bulk,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        if (bulk.ids() == null || bulk.ids().stream().anyMatch(target -> target == null || target.id() == null))
            throw Refusal.invalid("ids", "case.field-missing", "ids").exception();
        if (bulk.ids().size() > BULK_MAX)
            throw Refusal.invalid("ids", "case.bulk-too-large", BULK_MAX).exception();
        List<Target> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Target target : bulk.ids()) {
            try {
                ActionBody given = bulk.body() == null ? NOTHING : bulk.body();
                StoredCase after = act(staff, target.id(), bulk.action(), given, target.version(), key(key, target));
                done.add(new Target(target.id(), after.file().seq()));
            } catch (RefusedException e) {
                RefusalTexts.Words words = texts.words(e.refusal(), locale);
                refused.add(new Refused(target.id(), e.refusal().code(), words.sentence(), words.remedy()));
            }
        }
        return new BulkAnswer(done, refused);
    }

    /** Each case of a bulk has the step only once. */
    private static @Nullable String key(@Nullable String whole, Target target) {
        return whole == null ? null : whole + ":" + target.id();
    }

    private static final String MINIMAL = "return=minimal";
    private static final ActionBody NOTHING = new ActionBody(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null);

    private StoredCase act(
            Staff staff, UUID id, String action, ActionBody body, @Nullable Integer version, @Nullable String key) {
        Actor actor = Actor.staff(staff);
        ActionInput input = inputs.read(staff.tenant(), actor, body);
        ActOnCase.Request request = new ActOnCase.Request(id, action, input, version, key);
        StoredCase after = act.act(staff.tenant(), request, actor, clock.instant());
        inputs.tie(after.file(), input.evidence());
        return after;
    }

    private ResponseEntity<CaseDetail> answer(Staff staff, StoredCase stored) {
        return ResponseEntity.ok().eTag(version(stored)).body(views.detail(staff, stored));
    }

    private static ResponseEntity<CaseDetail> taken(StoredCase stored) {
        return ResponseEntity.noContent()
                .eTag(version(stored))
                .header("Preference-Applied", MINIMAL)
                .build();
    }

    private static String version(StoredCase stored) {
        return "\"" + stored.file().seq() + "\"";
    }

    private static Integer version(String match) {
        try {
            return Integer.valueOf(match.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("If-Match", "case.unreadable-version").exception();
        }
    }

    /** Where a page ended, as clients carry it: opaque to them. */
    private static final class Cursors {
        static @Nullable String write(FindCases.@Nullable Cursor cursor) {
            if (cursor == null) return null;
            String text = cursor.key() + "|" + cursor.id();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
        }

        static Optional<FindCases.Cursor> read(@Nullable String text) {
            if (text == null || text.isEmpty()) return Optional.empty();
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("\\|", -1);
                Instant key = Instant.parse(parts[0]);
                if (!key.equals(Instant.MAX) && !FindCases.isStorable(key))
                    throw new IllegalArgumentException("no cursor of ours");
                return Optional.of(new FindCases.Cursor(key, UUID.fromString(parts[1])));
            } catch (RuntimeException e) {
                throw Refusal.invalid("cursor", "case.unreadable-cursor").exception();
            }
        }
    }
}
