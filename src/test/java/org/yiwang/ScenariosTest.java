package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.scenario.PackageTemplate;
import tools.jackson.databind.JsonNode;

/** A package from its upload to the residents' report, and back. */
@Tag("database")
class ScenariosTest {
    private static RunningProduct product;
    private static HttpVisitor admin;
    private static HttpVisitor resident;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        admin = product.signedIn("admin");
        resident = product.visitor();
    }

    @Test
    void a_changed_form_is_asked_at_once_and_open_cases_keep_theirs() {
        publish("cable-watch", "1.0", "name: 示例事项", "name: 飞线");
        assertThat(asked("CABLEW01")).containsExactly("extent", "hurt", "since", "notes");
        Answer taken = report("CABLEW01", Map.of("extent", "all", "hurt", "true"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);

        publish("cable-watch", "1.1", "title: 占用程度", "title: 占道程度");
        JsonNode now = choice("CABLEW01").get("form").get(0);
        assertThat(now.get("title").get("zh").asString()).isEqualTo("占道程度");
        assertThat(resident.get("/api/v1/public/reports/" + taken.get("token"))
                        .json()
                        .get("answers")
                        .findValuesAsString("zh"))
                .containsExactly("占用程度", "行人须走车行道", "是否有人受伤", "是");

        Answer back = admin.post("/api/v1/scenarios/cable-watch/roll-back", Map.of());
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.json().get("about").get("inForce").get("label").asString())
                .isEqualTo("1.0");
        assertThat(choice("CABLEW01").get("form").get(0).get("title").get("zh").asString())
                .isEqualTo("占用程度");
    }

    @Test
    void what_open_cases_have_answered_is_not_taken_out_of_a_form() {
        publish("lost-answers", "1.0", "name: 示例事项", "name: 示例");
        report("LOSTAN01", Map.of("extent", "little", "notes", "常年如此"));
        Answer refused = upload(
                "lost-answers", "1.1", "    notes: {type: string, x-widget: text, title: 补充说明, maxLength: 300}\n", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.get("code")).isEqualTo("scenario.upload-has-faults");
        JsonNode fault = refused.json().get("faults").get(0);
        assertThat(fault.get("code").asString()).isEqualTo("case.answers-lost");
        assertThat(fault.get("message").asString()).contains("notes", "LOSTAN01", "1");
        assertThat(fault.get("file").asString()).isEqualTo("cases/example.yaml");
    }

    @Test
    void a_choice_a_bound_or_a_kind_that_open_cases_need_is_named_with_the_answer() {
        publish("tightened", "1.0", "name: 示例事项", "name: 示例");
        report("TIGHTE01", Map.of("extent", "little", "notes", "常年如此"));
        assertThat(faults("tightened", "{const: little, title: 行人可正常通过}, ", "")).containsExactly("case.answers-choice");
        assertThat(faults("tightened", "title: 补充说明, maxLength: 300", "title: 补充说明, maxLength: 3"))
                .containsExactly("case.answers-bounds");
        assertThat(faults(
                        "tightened",
                        "notes: {type: string, x-widget: text, title: 补充说明, maxLength: 300}",
                        "notes: {type: integer, title: 补充说明}"))
                .containsExactly("case.answers-kind");
    }

    private static java.util.List<String> faults(String id, String before, String after) {
        Answer refused = upload(id, "1.1", before, after);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .get("faults")
                .valueStream()
                .filter(fault -> fault.get("severity").asString().equals("fault"))
                .map(fault -> fault.get("code").asString())
                .toList();
    }

    @Test
    void a_package_is_withdrawn_once_nothing_of_it_is_in_use() {
        publish("passing", "1.0", "name: 示例事项", "name: 示例");
        String token = report("PASSIN01", Map.of("extent", "little")).get("token");
        Answer refused = admin.post("/api/v1/scenarios/passing/withdraw", Map.of());
        assertThat(refused.get("code")).isEqualTo("scenario.in-use");
        assertThat(refused.get("title")).contains("PASSIN01", "1");
        HttpVisitor operator = product.signedIn("operator");
        String id = operator.get("/api/v1/cases?category=PASSIN01")
                .json()
                .at("/items/0/id")
                .asString();
        operator.post("/api/v1/cases/" + id + "/actions/withdraw", Map.of("reason", "by-mistake"));
        Answer gone = admin.post("/api/v1/scenarios/passing/withdraw", Map.of());
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
        assertThat(gone.json().at("/about/inForce").isMissingNode()
                        || gone.json().at("/about/inForce").isNull())
                .isTrue();
        assertThat(resident.get("/api/v1/public/categories").text()).doesNotContain("PASSIN01");
        assertThat(operator.get("/api/v1/cases/" + id)
                        .json()
                        .at("/answers/0/zh")
                        .asString())
                .as("a case of the past keeps its questions")
                .isEqualTo("占用程度");
        assertThat(resident.get("/api/v1/public/reports/" + token).status()).isEqualTo(200);
        assertThat(admin.post("/api/v1/scenarios/passing/publish", Map.of("version", 1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_another_package_needs_or_whose_register_has_entries_stays() {
        product.signedIn("operator")
                .post(
                        "/api/v1/registers/shop/entries",
                        Map.of(
                                "data",
                                Map.of("number", "W-1", "name", "小店", "industry", "food"),
                                "lon",
                                121.5399,
                                "lat",
                                31.2716));
        assertThat(admin.post("/api/v1/scenarios/foundation/withdraw", Map.of()).get("title"))
                .contains("shopfront");
        assertThat(admin.post("/api/v1/scenarios/shopfront/withdraw", Map.of()).get("title"))
                .contains("shop", "1");
    }

    @Test
    void a_version_is_compared_with_the_one_in_force_before_it_is_published() {
        publish("compared", "1.0", "name: 示例事项", "name: 示例");
        Answer taken = upload("compared", "1.1", "profile: street ", "profile: quick ");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        JsonNode items = admin.get("/api/v1/scenarios/compared/versions/2/differences")
                .json()
                .get("items");
        assertThat(items.findValuesAsString("file")).containsExactly("cases/example.yaml", "pack.yaml");
        assertThat(items.get(0).get("lines").findValuesAsString("change")).contains("removed", "added");
    }

    @Test
    void only_administrators_manage_packages() {
        assertThat(product.signedIn("operator").get("/api/v1/scenarios").status())
                .isEqualTo(403);
        JsonNode standard = admin.get("/api/v1/scenarios/standard").json();
        assertThat(standard.get("about").get("inForce").get("by").asString()).isEqualTo("system");
        assertThat(standard.get("contents").findValuesAsString("zh")).contains("E0503 占道废品收购");
    }

    private static void publish(String id, String version, String before, String after) {
        Answer taken = upload(id, version, before, after);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        Answer published = admin.post(
                "/api/v1/scenarios/" + id + "/publish",
                Map.of("version", taken.json().get("version").get("number").asInt()));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private static Answer upload(String id, String version, String before, String after) {
        Map<String, String> files = new TreeMap<>(PackageTemplate.of(id));
        files.replaceAll((path, text) -> text.replace("version: \"1.0\"", "version: \"" + version + "\""));
        files.computeIfPresent("cases/example.yaml", (path, text) -> text.replace(before, after));
        Map<String, byte[]> content = new TreeMap<>();
        files.forEach((path, text) -> content.put(path, text.getBytes(UTF_8)));
        return admin.upload("/api/v1/scenarios", "files", content);
    }

    private static Answer report(String category, Map<String, Object> answers) {
        return resident.post(
                "/api/v1/public/reports",
                Map.of(
                        "category",
                        category,
                        "description",
                        "路边的情况",
                        "place",
                        RunningProduct.PLACE,
                        "answers",
                        answers));
    }

    private static java.util.List<String> asked(String code) {
        return choice(code)
                .get("form")
                .valueStream()
                .map(field -> field.get("name").asString())
                .toList();
    }

    private static JsonNode choice(String code) {
        return resident.get("/api/v1/public/categories")
                .json()
                .valueStream()
                .filter(one -> one.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
