package org.yiwang.exchange;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.CheckAnswers;
import org.yiwang.casework.FindOpenRequests;
import org.yiwang.casework.FindOpenRequests.OpenRequest;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.exchange.GeoReportWriter.Format;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Condition;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;

/**
 * Open311 GeoReport v2 (<a href="https://wiki.open311.org/GeoReport_v2">wiki.open311.org</a>). Reading needs no key, reporting does. Whoever asks for English
 * gets English.
 */
@RestController
@RequestMapping("/open311/v2")
class GeoReportController {
    private static final int REQUESTS_MAX = 1_000;
    private static final Duration SPAN_MAX = Duration.ofDays(90);

    private final CatalogueStore catalogue;
    private final TakeServiceRequest take;
    private final FindOpenRequests find;
    private final ApiKeys keys;
    private final Units units;
    private final GeoReportWriter writer;
    private final RefusalTexts texts;
    private final Clock clock;
    private final Tenant tenant;

    GeoReportController(
            CatalogueStore catalogue,
            TakeServiceRequest take,
            FindOpenRequests find,
            ApiKeys keys,
            Units units,
            GeoReportWriter writer,
            RefusalTexts texts,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.catalogue = catalogue;
        this.take = take;
        this.find = find;
        this.keys = keys;
        this.units = units;
        this.writer = writer;
        this.texts = texts;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    @GetMapping({"/services", "/services.json", "/services.xml"})
    ResponseEntity<String> services(
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
            WebRequest request,
            Locale locale) {
        check(jurisdiction);
        List<Map<String, Object>> rows = catalogue.of(tenant).all().stream()
                .filter(Category::isPublic)
                .map(category -> service(category, locale))
                .toList();
        return answer(200, GeoReport.services(rows), request);
    }

    @GetMapping({"/services/{code}", "/services/{code}.json", "/services/{code}.xml"})
    ResponseEntity<String> definition(
            @PathVariable String code,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
            WebRequest request,
            Locale locale) {
        check(jurisdiction);
        Category category = take.category(tenant, code);
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (Field field : catalogue.form(tenant, category.code()).fields())
            attributes.add(attribute(field, attributes.size() + 1, locale));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service_code", category.code());
        row.put("attributes", new GeoReport.Rows("attribute", attributes));
        return answer(200, GeoReport.definition(row), request);
    }

    @PostMapping(
            value = {"/requests", "/requests.json", "/requests.xml"},
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> take(@RequestParam MultiValueMap<String, String> form, WebRequest request, Locale locale) {
        check(form.getFirst("jurisdiction_id"));
        ApiKeys.ApiKey key = keys.holder(tenant, form.getFirst("api_key"))
                .orElseThrow(() -> Refusal.forbidden("exchange.key-needed").exception());
        StoredCase taken = take.take(tenant, key, form);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service_request_id", taken.number());
        row.put("service_notice", notice(taken, locale));
        row.put("account_id", "");
        return answer(201, GeoReport.requests(List.of(row)), request);
    }

    @GetMapping({"/requests", "/requests.json", "/requests.xml"})
    ResponseEntity<String> requests(@RequestParam Map<String, String> parameters, WebRequest request, Locale locale) {
        check(parameters.get("jurisdiction_id"));
        String ids = parameters.get("service_request_id");
        List<OpenRequest> found =
                ids == null ? find.find(tenant, filter(parameters), REQUESTS_MAX) : find.find(tenant, list(ids));
        return answer(
                200,
                GeoReport.requests(
                        found.stream().map(one -> request(one, locale)).toList()),
                request);
    }

    @GetMapping({"/requests/{id}", "/requests/{id}.json", "/requests/{id}.xml"})
    ResponseEntity<String> request(@PathVariable String id, WebRequest request, Locale locale) {
        OpenRequest found = one(id);
        return answer(200, GeoReport.requests(List.of(request(found, locale))), request);
    }

    /** We know the number at once, so that a token is the number itself. */
    @GetMapping({"/tokens/{id}", "/tokens/{id}.json", "/tokens/{id}.xml"})
    ResponseEntity<String> token(@PathVariable String id, WebRequest request) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service_request_id", one(id).number());
        row.put("token", id);
        return answer(200, GeoReport.requests(List.of(row)), request);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(RefusedException e, WebRequest request, Locale locale) {
        RefusalTexts.Words words = texts.words(e.refusal(), locale);
        int status = e.refusal().kind() == Refusal.Kind.INVALID
                ? 400
                : e.refusal().kind().status();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", status);
        row.put("description", attribute(e.refusal()) + words.sentence() + " " + words.remedy());
        return answer(status, GeoReport.errors(row), request);
    }

    /** What other channels call a field of the answers is an attribute here; errors of GeoReport have no place for it but the text. */
    private static String attribute(Refusal refusal) {
        String field = refusal.field();
        if (field == null || !field.startsWith(CheckAnswers.FIELD)) return "";
        return "attribute[" + field.substring(CheckAnswers.FIELD.length()) + "]: ";
    }

    private OpenRequest one(String number) {
        return find.find(tenant, List.of(number)).stream().findFirst().orElseThrow(() -> Refusal.notFound(
                        "exchange.unknown-request", number)
                .exception());
    }

    private void check(@Nullable String jurisdiction) {
        String own = String.valueOf(tenant.code());
        if (jurisdiction != null && !jurisdiction.isBlank() && !jurisdiction.equals(own))
            throw Refusal.notFound("exchange.unknown-jurisdiction", jurisdiction, own)
                    .exception();
    }

    private FindOpenRequests.Filter filter(Map<String, String> parameters) {
        Instant now = clock.instant();
        Optional<Instant> start = moment(parameters, "start_date");
        Optional<Instant> end = moment(parameters, "end_date");
        Instant to = end.orElseGet(() -> start.map(from -> from.plus(SPAN_MAX)).orElse(now.plusSeconds(1)));
        Instant from = start.orElse(to.minus(SPAN_MAX));
        if (Duration.between(from, to).compareTo(SPAN_MAX) > 0)
            throw new Refusal(Refusal.Kind.MALFORMED, "exchange.span-too-long", "end_date", List.of(SPAN_MAX.toDays()))
                    .exception();
        List<String> codes = Optional.ofNullable(parameters.get("service_code"))
                .map(GeoReportController::list)
                .orElse(List.of());
        return new FindOpenRequests.Filter(from, to, codes, status(parameters.get("status")));
    }

    private static @Nullable Boolean status(@Nullable String given) {
        if (given == null) return null;
        List<String> wanted = list(given);
        for (String one : wanted)
            if (!one.equals("open") && !one.equals("closed"))
                throw new Refusal(Refusal.Kind.MALFORMED, "exchange.wrong-status", "status", List.of(one)).exception();
        boolean both = wanted.contains("open") && wanted.contains("closed");
        return both ? null : wanted.contains("open");
    }

    private static Optional<Instant> moment(Map<String, String> parameters, String name) {
        try {
            return Optional.ofNullable(parameters.get(name))
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "exchange.wrong-date", name, List.of(name)).exception();
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Map<String, Object> service(Category category, Locale locale) {
        Words group = catalogue.group(tenant, category.code());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service_code", category.code());
        row.put("service_name", say(locale, category.zh(), category.en()));
        row.put("description", say(locale, category.zh(), category.en()));
        row.put("metadata", !catalogue.form(tenant, category.code()).isEmpty());
        row.put("type", "realtime");
        row.put("keywords", category.zh() + ", " + category.en());
        row.put("group", say(locale, group));
        return row;
    }

    private static Map<String, Object> attribute(Field field, int order, Locale locale) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("variable", true);
        row.put("code", field.name());
        row.put("datatype", datatype(field.kind()));
        row.put("required", field.required().contains(Condition.ALWAYS));
        row.put("datatype_description", "");
        row.put("order", order);
        row.put("description", say(locale, field.title()));
        List<Map<String, Object>> values = values(field, locale);
        if (!values.isEmpty()) row.put("values", new GeoReport.Rows("value", values));
        return row;
    }

    private static String datatype(Kind kind) {
        return switch (kind) {
            case LINE, RECORD, PHOTOS, PLACE -> "string";
            case TEXT -> "text";
            case NUMBER, INTEGER -> "number";
            case DATE, MOMENT -> "datetime";
            case CHOICE, YES_NO -> "singlevaluelist";
            case CHOICES -> "multivaluelist";
        };
    }

    private static List<Map<String, Object>> values(Field field, Locale locale) {
        if (field.kind() == Kind.YES_NO)
            return List.of(
                    Map.of("key", "true", "name", say(locale, "是", "Yes")),
                    Map.of("key", "false", "name", say(locale, "否", "No")));
        return field.choices().stream()
                .map(choice -> Map.<String, Object>of("key", choice.value(), "name", say(locale, choice.title())))
                .toList();
    }

    private static String say(Locale locale, Words words) {
        return say(locale, words.zh(), words.en());
    }

    private Map<String, Object> request(OpenRequest found, Locale locale) {
        String name = catalogue
                .of(tenant)
                .find(found.category())
                .map(category -> say(locale, category.zh(), category.en()))
                .orElse(found.category());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service_request_id", found.number());
        row.put("status", found.isOpen() ? "open" : "closed");
        row.put("status_notes", found.answer() == null ? "" : found.answer());
        row.put("service_name", name);
        row.put("service_code", found.category());
        row.put("description", found.description());
        row.put("agency_responsible", agency(found, locale));
        row.put("service_notice", "");
        row.put("requested_datetime", found.reportedAt().toString());
        row.put("updated_datetime", found.updatedAt().toString());
        row.put(
                "expected_datetime",
                found.answerDueAt() == null ? "" : found.answerDueAt().toString());
        row.put("address", found.address());
        row.put("address_id", "");
        row.put("zipcode", "");
        row.put("lat", found.lat());
        row.put("long", found.lon());
        row.put("media_url", "");
        return row;
    }

    private String agency(OpenRequest found, Locale locale) {
        return Optional.ofNullable(found.lead())
                .flatMap(lead -> units.find(tenant, lead))
                .map(unit -> say(locale, unit.name(), english(unit)))
                .orElse("");
    }

    private static String english(Unit unit) {
        return unit.nameEn() == null ? unit.name() : unit.nameEn();
    }

    private static String notice(StoredCase taken, Locale locale) {
        String due = taken.file().reports().getFirst().answerDueAt().toString();
        return say(locale, "我们将在 " + due + " 前答复", "You will be answered by " + due);
    }

    private static String say(Locale locale, String zh, String en) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    private ResponseEntity<String> answer(int status, GeoReport report, WebRequest request) {
        Format format = format(request);
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .header("Content-Type", format.contentType)
                .body(writer.write(report, format));
    }

    /** By the ending of the address, else by what the client accepts; JSON where it does not say. */
    private static Format format(WebRequest request) {
        String path = request.getDescription(false);
        if (path.endsWith(".xml")) return Format.XML;
        if (path.endsWith(".json")) return Format.JSON;
        String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return accepted.contains("xml") && !accepted.contains("json") ? Format.XML : Format.JSON;
    }
}
