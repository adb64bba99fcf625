package org.yiwang.casework.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.organisation.SetClock;
import org.yiwang.scenario.PackageTemplate;
import tools.jackson.databind.JsonNode;

/** A changed package is tried on the cases of the last days before it counts, and nothing is written. */
@Tag("database")
class DryRunTest {
    private static RunningProduct product;
    private static HttpVisitor admin;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        admin = product.signedIn("admin");
    }

    @Test
    void who_would_get_another_lead_limit_step_or_question_is_named_with_the_number() {
        publish("tried-out", "");
        String number = report("TRIEDO01");
        int version = upload("tried-out", "1.1", """

                dispatch:
                  - {when: answers.extent == 'all', lead: centre, assist: [chengguan], limits: {accept: {amount: 1, unit: minutes}}, urgency: urgent}
                steps:
                  - {id: look, name: 现场查看}
                """);
        product.bean(SetClock.class).pass(java.time.Duration.ofMinutes(5));
        String before = everything();
        JsonNode run = admin.get("/api/v1/scenarios/tried-out/versions/" + version + "/dry-run")
                .json();
        assertThat(everything()).as("rows of every table").isEqualTo(before);
        assertThat(run.path("looked").asInt()).isEqualTo(1);
        assertThat(run.path("isWhole").asBoolean()).isTrue();
        JsonNode item = run.at("/items/0");
        assertThat(item.path("number").asString()).isEqualTo(number);
        assertThat(item.path("changes").findValuesAsString("kind"))
                .containsExactly("lead", "assistants", "urgency", "late", "steps");
        assertThat(item.at("/changes/0/after").asString()).isEqualTo("centre");
        assertThat(item.at("/changes/4/after").asString()).isEqualTo("现场查看");
        Answer table = admin.get("/api/v1/scenarios/tried-out/versions/" + version + "/dry-run/export.csv");
        assertThat(table.text()).contains(number).contains("主办单位").contains("现场查看");
    }

    @Test
    void a_version_that_changes_nothing_about_the_cases_differs_in_none() {
        publish("same-again", "");
        report("SAMEAG01");
        int version = upload("same-again", "1.1", "\n# 只改了注释\n");
        JsonNode run = admin.get("/api/v1/scenarios/same-again/versions/" + version + "/dry-run?days=7")
                .json();
        assertThat(run.path("looked").asInt()).isEqualTo(1);
        assertThat(run.path("items").size()).isZero();
    }

    @Test
    void it_is_for_those_who_manage_packages_and_looks_back_a_quarter_at_most() {
        assertThat(product.signedIn("operator")
                        .get("/api/v1/scenarios/standard/versions/1/dry-run")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/scenarios/standard/versions/1/dry-run?days=400")
                        .get("code"))
                .isEqualTo("request.out-of-range");
    }

    private static void publish(String id, String more) {
        Answer published =
                admin.post("/api/v1/scenarios/" + id + "/publish", Map.of("version", upload(id, "1.0", more)));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private static int upload(String id, String version, String more) {
        Map<String, byte[]> content = new TreeMap<>();
        PackageTemplate.of(id).forEach((path, text) -> {
            String changed = text.replace("version: \"1.0\"", "version: \"" + version + "\"")
                    .replace("units: [chengguan]", "units: [chengguan, centre]");
            content.put(path, (path.equals("cases/example.yaml") ? changed + more : changed).getBytes(UTF_8));
        });
        Answer taken = admin.upload("/api/v1/scenarios", "files", content);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.json().at("/version/number").asInt();
    }

    private static String report(String category) {
        Answer taken = product.signedIn("operator")
                .post(
                        "/api/v1/cases",
                        Map.of(
                                "category",
                                category,
                                "description",
                                "路边的情况",
                                "place",
                                RunningProduct.PLACE,
                                "answers",
                                Map.of("extent", "all", "hurt", "false")));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.get("number");
    }

    /** How many rows each table of the cases, packages and messages has, and what the cases' rows say. */
    private static String everything() {
        JdbcClient db = JdbcClient.create(product.database().dataSource());
        List<String> counts = List.of(
                "casework.cases",
                "casework.case_event",
                "casework.case_clocks",
                "casework.case_number",
                "scenario.version",
                "scenario.publication",
                "platform.outbox");
        StringBuilder all = new StringBuilder();
        for (String table : counts)
            all.append(table)
                    .append(' ')
                    .append(db.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                    + " t")
                            .query((row, n) -> row.getString(1))
                            .single())
                    .append('\n');
        return all.toString();
    }
}
