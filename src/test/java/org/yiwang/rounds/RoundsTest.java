package org.yiwang.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.attachment.Photos;
import org.yiwang.scenario.BundledPackages;
import tools.jackson.databind.JsonNode;

@Tag("database")
class RoundsTest {
    private static final Map<String, String> FINE = Map.of("street", "fine", "clean", "fine", "facilities", "fine");

    /** A round of which every visit is made once more. */
    private static final Map<String, byte[]> THOROUGH = Map.of(
            "pack.yaml",
            "{id: thorough, version: '1', name: 试, summary: 试, owner: centre, units: [centre], needs: [standard]}"
                    .getBytes(UTF_8),
            "rounds/walk.yaml",
            """
            name: 复核巡查
            over: cells
            every: day
            double-check: 100
            checklist:
              type: object
              properties:
                street: {type: string, title: 街面, oneOf: [{const: fine, title: 好}, {const: heap, title: 乱堆物, x-opens: E0503}]}
                clean: {type: string, title: 卫生, oneOf: [{const: fine, title: 好}]}
                facilities: {type: string, title: 设施, oneOf: [{const: fine, title: 好}]}
            """.getBytes(UTF_8));

    private final RunningProduct product = RunningProduct.start();
    private final HttpVisitor inspector = product.signedIn("inspector-c01");
    private final HttpVisitor other = product.signedIn("inspector-c02");
    private final HttpVisitor officer = product.signedIn("committee-c01");

    @BeforeEach
    void lists() {
        inForce("thorough", THOROUGH);
        inForce("grid", BundledPackages.read().getOrDefault("grid", Map.of()));
        product.bean(MakeLists.class).at(product.now());
    }

    @Test
    void the_day_begins_with_one_stop_at_each_cell_that_the_person_walks() {
        List<JsonNode> stops = daily(inspector);
        assertThat(stops).isNotEmpty().allSatisfy(stop -> {
            assertThat(stop.path("committee").asString()).isEqualTo("c01");
            assertThat(stop.path("state").asString()).isEqualTo("open");
        });
        assertThat(stops).extracting(stop -> stop.path("subject").asString()).doesNotHaveDuplicates();
    }

    @Test
    void lists_are_made_once_however_often_they_are_asked_for() {
        assertThat(product.bean(MakeLists.class).at(product.now())).isZero();
    }

    @Test
    void a_finding_opens_a_case_at_once_and_stands_beside_the_stop() {
        JsonNode stop = daily(inspector).getFirst();
        Answer visited = visit(
                inspector, stop, answers("street", "heap"), Map.of("lon", lon(stop), "lat", lat(stop), "accuracy", 12));
        assertThat(visited.status()).as(visited.text()).isEqualTo(200);
        JsonNode made = visited.json().path("stop").path("made");
        assertThat(made.path("failed").asBoolean()).isTrue();
        assertThat(made.path("proven").asBoolean()).isTrue();
        assertThat(made.path("metres").asInt()).isZero();
        assertThat(made.path("cases")).hasSize(1);
        JsonNode opened = officer.get(
                        "/api/v1/cases/" + made.path("cases").get(0).asString())
                .json();
        assertThat(opened.path("category").asString()).isEqualTo("E0507");
        assertThat(opened.path("description").asString()).contains("街面秩序：乱堆物料").contains("网格日巡");
        assertThat(opened.path("place").path("cell").asString())
                .isEqualTo(stop.path("subject").asString());
    }

    @Test
    void who_stood_elsewhere_or_nowhere_proves_nothing_but_the_visit_counts() {
        JsonNode stop = daily(inspector).getFirst();
        JsonNode far = visit(inspector, stop, FINE, Map.of("lon", lon(stop) + 0.01, "lat", lat(stop)))
                .json()
                .path("stop")
                .path("made");
        assertThat(far.path("proven").asBoolean()).isFalse();
        assertThat(far.path("metres").asInt()).isGreaterThan(500);
        JsonNode next = daily(inspector).getFirst();
        JsonNode nowhere =
                visit(inspector, next, FINE, Map.of()).json().path("stop").path("made");
        assertThat(nowhere.path("proven").asBoolean()).isFalse();
        assertThat(nowhere.path("failed").asBoolean()).isFalse();
    }

    @Test
    void a_stop_is_made_once_by_whoever_walks_the_cell_with_a_photo_and_every_answer() {
        JsonNode stop = daily(inspector).getFirst();
        assertThat(visit(other, stop, FINE, Map.of()).get("code")).isEqualTo("rounds.not-yours");
        assertThat(inspector
                        .post(address(stop), Map.of("answers", FINE, "photos", List.of()))
                        .get("code"))
                .isEqualTo("rounds.photos-missing");
        Answer incomplete = visit(inspector, stop, Map.of("street", "fine", "clean", "fine"), Map.of());
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.text()).contains("公用设施");
        assertThat(visit(inspector, stop, FINE, Map.of()).status()).isEqualTo(200);
        assertThat(visit(inspector, stop, FINE, Map.of()).get("code")).isEqualTo("rounds.made-already");
    }

    @Test
    void what_was_seen_in_time_still_counts_when_it_arrives_late_and_what_was_not_is_missed() {
        JsonNode stop = daily(inspector).getFirst();
        JsonNode late = daily(inspector).get(1);
        yesterday(stop);
        yesterday(late);
        product.bean(MakeLists.class).at(product.now());
        assertThat(daily(inspector))
                .extracting(one -> one.path("id").asString())
                .doesNotContain(id(stop), id(late));
        List<String> photo = List.of(upload(inspector));
        assertThat(inspector
                        .post(address(late), Map.of("answers", FINE, "photos", photo))
                        .get("code"))
                .isEqualTo("rounds.too-late");
        Answer seen = inspector.post(
                address(stop),
                Map.of("answers", FINE, "photos", photo, "at", product.now().minusSeconds(7200)));
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        JsonNode row = coverage("round").stream()
                .filter(one -> one.path("key").asString().equals("grid/daily"))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("missed").asInt()).isPositive();
        assertThat(row.path("planned").asInt())
                .isEqualTo(row.path("made").asInt() + row.path("missed").asInt());
        assertThat(officer.get("/api/v1/rounds/misses").json().path("items").valueStream())
                .extracting(miss -> miss.path("id").asString())
                .contains(id(late))
                .doesNotContain(id(stop));
    }

    @Test
    void a_visit_that_is_chosen_is_made_once_more_and_never_by_the_same_person() {
        JsonNode stop = stops(inspector, "thorough/walk").getFirst();
        assertThat(visit(inspector, stop, FINE, Map.of()).status()).isEqualTo(200);
        assertThat(stops(inspector, "thorough/walk"))
                .noneMatch(one -> one.path("again").asBoolean());
        JsonNode second = stops(officer, "thorough/walk").stream()
                .filter(one ->
                        one.path("again").asBoolean() && one.path("subject").equals(stop.path("subject")))
                .findFirst()
                .orElseThrow();
        assertThat(visit(inspector, second, FINE, Map.of()).get("code")).isEqualTo("rounds.made-by-you");
        Answer seen = visit(officer, second, answers("street", "heap"), Map.of());
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(coverage("round"))
                .filteredOn(row -> row.path("key").asString().equals("thorough/walk"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("made").asInt()).isEqualTo(1);
                    assertThat(row.path("again").asInt()).isEqualTo(1);
                    assertThat(row.path("disagreed").asInt()).isEqualTo(1);
                });
    }

    private void inForce(String id, Map<String, byte[]> files) {
        HttpVisitor admin = product.signedIn("admin");
        Answer taken = admin.upload("/api/v1/scenarios", "files", files);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        int version = taken.json().path("version").path("number").asInt();
        Answer published = admin.post("/api/v1/scenarios/" + id + "/publish", Map.of("version", version));
        assertThat(published.get("code")).isIn("", "scenario.in-force-already");
    }

    private List<JsonNode> daily(HttpVisitor who) {
        return stops(who, "grid/daily");
    }

    private static List<JsonNode> stops(HttpVisitor who, String round) {
        Answer mine = who.get("/api/v1/rounds/stops?lon=121.54&lat=31.27");
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);
        return mine.json()
                .path("items")
                .valueStream()
                .filter(stop -> stop.path("round").asString().equals(round))
                .toList();
    }

    private List<JsonNode> coverage(String by) {
        return officer.get("/api/v1/rounds/coverage?from=2021-01-01&to=2021-12-31&by=" + by)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static Answer visit(
            HttpVisitor who, JsonNode stop, Map<String, String> answers, Map<String, ? extends Number> position) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("answers", answers, "photos", List.of(upload(who))));
        if (!position.isEmpty()) body.put("position", position);
        return who.post(address(stop), body);
    }

    private static String upload(HttpVisitor who) {
        try {
            return who.upload("/api/v1/attachments", "round.jpg", Photos.jpeg(640, 480))
                    .get("id");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> answers(String field, String answer) {
        Map<String, String> answers = new java.util.HashMap<>(FINE);
        answers.put(field, answer);
        return answers;
    }

    /** As if the stop had been due an hour ago. */
    private void yesterday(JsonNode stop) {
        product.bean(JdbcClient.class)
                .sql("update rounds.stop set due_at = :due where id = :id::uuid")
                .param("due", java.sql.Timestamp.from(product.now().minusSeconds(3600)))
                .param("id", id(stop))
                .update();
    }

    private static String address(JsonNode stop) {
        return "/api/v1/rounds/stops/" + id(stop) + "/visit";
    }

    private static String id(JsonNode stop) {
        return stop.path("id").asString();
    }

    private static double lon(JsonNode stop) {
        return stop.path("lon").asDouble();
    }

    private static double lat(JsonNode stop) {
        return stop.path("lat").asDouble();
    }
}
