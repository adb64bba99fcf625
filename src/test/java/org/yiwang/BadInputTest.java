package org.yiwang;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.organisation.SetClock;

/** What is wrong with a request gets its status and a problem that names field and remedy in both languages; nothing is half done. */
@Tag("database")
class BadInputTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(ISO_8859_1);

    private static RunningProduct product;
    private static JdbcClient db;
    private static HttpVisitor operator;
    private static Answer opened;
    private long before;

    @BeforeAll
    static void one_case_is_there() {
        product = RunningProduct.start();
        db = JdbcClient.create(product.database().dataSource());
        operator = product.signedIn("operator");
        opened = operator.post("/api/v1/cases", matter(Map.of()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    }

    @BeforeEach
    void count() {
        before = rows();
    }

    @AfterEach
    void nothing_was_half_done() {
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_value_of_the_wrong_kind_is_named_with_its_field() {
        refused(register(Map.of("urgency", "sometimes")), 400, "request.unreadable", "urgency");
        refused(register(Map.of("place", Map.of("lon", "east", "lat", 31.27))), 400, "request.unreadable", "place.lon");
        refused(register(Map.of("attachments", List.of(Map.of()))), 422, "attachment.unknown", "attachments");
        refused(operator.post("/api/v1/cases/bulk", Map.of("action", "accept")), 422, "case.field-missing", "ids");
    }

    @Test
    void a_missing_field_is_named() {
        refused(register(Map.of("description", "  ")), 422, "case.field-missing", "description");
        refused(operator.get("/api/v1/cases/similar?lat=31.27"), 400, "request.missing", "lon");
    }

    @Test
    void an_unknown_action_or_category_is_told() {
        refused(act("fly", Map.of()), 404, "case.unknown-action", "");
        refused(act("close", Map.of("answer", "好")), 409, "case.not-in-this-stage", "");
        refused(register(Map.of("category", "E9999")), 422, "case.unknown-category", "category");
    }

    @Test
    void a_stale_version_changes_nothing() {
        Answer late = operator.with("If-Match", "\"0\"").post(path() + "/actions/accept", Map.of());
        refused(late, 412, "case.stale", "");
        refused(act("accept", Map.of("version", 7)), 412, "case.stale", "");
        refused(
                operator.with("If-Match", "yesterday").post(path() + "/actions/accept", Map.of()),
                422,
                "case.unreadable-version",
                "If-Match");
    }

    @Test
    void a_point_outside_the_territory_or_the_earth_is_refused() {
        refused(register(Map.of("place", Map.of("lon", 116.39, "lat", 39.9))), 422, "case.outside", "place");
        refused(register(Map.of("place", Map.of("lon", 1000, "lat", 39.9))), 422, "case.no-point", "place");
        refused(
                register(Map.of("place", Map.of("lon", 121.54, "lat", 31.27, "datum", "mars"))),
                422,
                "case.unknown-datum",
                "place.datum");
    }

    @Test
    void eighty_megabytes_are_refused_and_leave_no_file() throws IOException {
        long files = files();
        refused(
                operator.upload("/api/v1/attachments", "photo.jpg", new byte[80 << 20]),
                413,
                "request.too-large",
                "file");
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void a_pdf_named_jpg_and_a_file_of_no_known_kind_leave_no_file() throws IOException {
        long files = files();
        refused(
                operator.upload("/api/v1/attachments", "photo.jpg", PDF),
                422,
                "attachment.name-contradicts-content",
                "file");
        refused(
                operator.upload("/api/v1/attachments", "photo.jpg", "<svg/>".getBytes(UTF_8)),
                415,
                "attachment.unknown-type",
                "file");
        refused(operator.upload("/api/v1/attachments", "photo.jpg", new byte[0]), 422, "attachment.empty", "file");
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void broken_json_is_refused_with_the_place_where_it_breaks() {
        Answer broken = operator.postRaw("/api/v1/cases", "{\"category\": \"E0501\",\n \"place\": ".getBytes(UTF_8));
        refused(broken, 400, "request.unreadable", "body");
        assertThat(broken.get("title")).contains("2:");
        refused(operator.postRaw("/api/v1/cases", "[]".getBytes(UTF_8)), 400, "request.unreadable", "body");
        refused(operator.postRaw("/api/v1/cases", new byte[0]), 400, "request.unreadable", "body");
        refused(
                operator.postRaw("/api/v1/cases", "[".repeat(100_000).getBytes(UTF_8)),
                400,
                "request.unreadable",
                "body");
    }

    @Test
    void invalid_utf_8_is_refused() {
        byte[] body = "{\"category\":\"E0501\",\"description\":\"?\"}".getBytes(ISO_8859_1);
        body[body.length - 3] = (byte) 0xC3;
        refused(operator.postRaw("/api/v1/cases", body), 400, "request.unreadable", "body");
    }

    @Test
    void the_character_nul_is_refused_wherever_it_stands() {
        refused(register(Map.of("description", "树\u0000倒了")), 400, "request.unreadable", "description");
        refused(operator.get("/api/v1/cases?q=a%00b"), 400, "request.wrong-value", "q");
        assertThat(operator.get("/api/v1/cases/by-number/a%00b").status()).isEqualTo(400);
    }

    @Test
    void texts_that_are_too_long_are_named() {
        refused(register(Map.of("title", "长".repeat(81))), 422, "case.note-too-long", "title");
        refused(register(Map.of("description", "长".repeat(4_001))), 422, "case.note-too-long", "description");
        refused(register(Map.of("reporter", Map.of("name", "长".repeat(51)))), 422, "case.note-too-long", "name");
        refused(act("comment", Map.of("note", "长".repeat(4_001))), 422, "case.note-too-long", "note");
    }

    @Test
    void a_telephone_number_that_is_none_is_refused() {
        refused(register(Map.of("reporter", Map.of("phone", "明天再打"))), 422, "case.no-telephone", "phone");
    }

    @Test
    void somebody_elses_case_does_not_exist_for_whoever_may_not_see_it() {
        HttpVisitor stranger = product.signedIn("handler-chengguan");
        refused(stranger.get(path()), 404, "case.not-found", "");
        refused(stranger.post(path() + "/actions/comment", Map.of("note", "x")), 404, "case.not-found", "");
        refused(stranger.post("/api/v1/cases", matter(Map.of())), 403, "case.not-yours", "");
        refused(operator.get("/api/v1/cases/" + new UUID(1, 1)), 404, "case.not-found", "");
        refused(operator.get("/api/v1/cases/seven"), 400, "request.wrong-value", "id");
    }

    @Test
    void without_a_session_or_after_it_has_ended_nothing_opens() {
        refused(product.visitor().get(path()), 401, "session.none", "");
        HttpVisitor tired = product.signedIn("operator");
        product.bean(SetClock.class).pass(Duration.ofHours(3));
        refused(tired.post(path() + "/actions/accept", Map.of()), 401, "session.none", "");
        operator = product.signedIn("operator");
    }

    @Test
    void a_made_up_cursor_limit_date_or_order_is_named() {
        refused(operator.get("/api/v1/cases?cursor=!!!"), 422, "case.unreadable-cursor", "cursor");
        String far = java.util.Base64.getUrlEncoder()
                .encodeToString(("+999999999-01-01T00:00:00Z|" + new UUID(1, 1)).getBytes(UTF_8));
        refused(operator.get("/api/v1/cases?cursor=" + far), 422, "case.unreadable-cursor", "cursor");
        refused(operator.get("/api/v1/cases?limit=-1"), 422, "request.out-of-range", "limit");
        refused(operator.get("/api/v1/cases?limit=ten"), 400, "request.wrong-value", "limit");
        refused(operator.get("/api/v1/cases?reportedFrom=yesterday"), 400, "request.wrong-value", "reportedFrom");
        refused(
                operator.get("/api/v1/cases?reportedFrom=%2B999999999-01-01T00:00:00Z"),
                422,
                "request.wrong-value",
                "reportedFrom");
        refused(operator.get("/api/v1/cases?sort=colour"), 422, "case.unknown-order", "sort");
        refused(operator.get("/api/v1/cases?state=lost"), 422, "case.unknown-state", "state");
    }

    @Test
    void a_list_goes_on_beyond_the_last_case_that_has_a_clock() {
        String last = java.util.Base64.getUrlEncoder()
                .encodeToString((java.time.Instant.MAX + "|" + new UUID(1, 1)).getBytes(UTF_8));
        assertThat(operator.get("/api/v1/cases?cursor=" + last).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_method_address_or_format_is_told() {
        refused(operator.post("/api/v1/cases/today", Map.of()), 405, "request.not-allowed", "");
        refused(operator.get("/api/v1/nothing"), 404, "request.not-found", "");
        refused(
                operator.with("Content-Type", "text/plain").post("/api/v1/cases", Map.of()),
                415,
                "request.unsupported",
                "");
    }

    private static void refused(Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.get("code")).isEqualTo(code);
        assertThat(answer.get("field")).isEqualTo(field);
        assertThat(answer.get("title")).isNotBlank();
        assertThat(answer.get("remedy")).isNotBlank();
        boolean chinese = answer.get("title")
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (!chinese) return;
        HttpVisitor english = operator.with("Accept-Language", "en");
        assertThat(english.get("/api/v1/cases?sort=colour").get("remedy")).matches("[\\x20-\\x7e]+");
    }

    private static Answer register(Map<String, Object> wrong) {
        return operator.post("/api/v1/cases", matter(wrong));
    }

    private static Map<String, Object> matter(Map<String, Object> but) {
        Map<String, Object> matter =
                new HashMap<>(Map.of("category", "E0501", "description", "水果摊摆到人行道上", "place", RunningProduct.PLACE));
        matter.putAll(but);
        return matter;
    }

    private static Answer act(String action, Map<String, Object> body) {
        return operator.post(path() + "/actions/" + action, body);
    }

    private static String path() {
        return "/api/v1/cases/" + opened.get("id");
    }

    private static long rows() {
        return db.sql("""
                select (select count(*) from casework.cases) + (select count(*) from casework.case_event where actor_kind <> 'system')
                    + (select count(*) from casework.case_report) + (select coalesce(sum(last), 0) from casework.case_number)
                    + (select count(*) from attachment.attachment) + (select count(*) from platform.idempotency)
                """).query(Long.class).single();
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(product.data())) {
            return all.filter(path -> path.toString().contains("attachment") && Files.isRegularFile(path))
                    .count();
        }
    }
}
