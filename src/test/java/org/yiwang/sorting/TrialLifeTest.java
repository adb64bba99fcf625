package org.yiwang.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;

/** Trials over the demonstration year, as other programs meet them. */
@Tag("database")
class TrialLifeTest {
    private static final String TRIALS = "/api/v1/sorting/trials";

    private static RunningDemo demo;
    private static HttpVisitor head;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
        head = demo.signedIn("head-lvrong");
    }

    @Test
    void the_pilots_of_the_year_say_what_can_be_concluded_and_what_nobody_watched() {
        JsonNode trial = head.get(TRIALS + "/" + pilots().path("id").asString()).json();
        assertThat(texts(trial.at("/trial/estates"))).containsExactlyInAnyOrder("富天苑", "长阳新苑");
        assertThat(trial.at("/trial/treated")
                        .valueStream()
                        .map(one -> one.path("startsOn").asString())
                        .distinct()
                        .count())
                .as("points begin one after the other")
                .isGreaterThan(2);
        assertThat(trial.at("/trial/compared").valueStream()).hasSize(8).allMatch(one -> one.path("proposed")
                .asBoolean());
        Map<String, JsonNode> results = new TreeMap<>();
        trial.at("/evaluation/results")
                .forEach(one -> results.put(one.at("/measured/measure").asString(), one));
        JsonNode rate = results.get("correct");
        assertThat(rate).isNotNull();
        assertThat(rate.path("verdict").asString()).isIn("not-shown", "holds");
        assertThat(rate.at("/difference/choices").asInt()).isEqualTo(45);
        assertThat(rate.at("/difference/low").asDouble())
                .isLessThan(rate.at("/difference/effect").asDouble());
        for (String measure : List.of("beside", "overflow", "out-of-hours")) {
            JsonNode one = results.get(measure);
            assertThat(one).isNotNull();
            assertThat(one.path("verdict").asString()).as(measure).isEqualTo("no-data");
            assertThat(one.has("difference")).isFalse();
        }
        assertThat(trial.at("/evaluation/warnings").valueStream().map(one -> one.path("kind")
                        .asString()))
                .contains("no-devices", "still-running")
                .doesNotContain("guide-seen");
        JsonNode extended = trial.path("steps")
                .valueStream()
                .filter(step -> step.path("action").asString().equals("extend"))
                .findFirst()
                .orElseThrow();
        assertThat(extended.at("/known/results/0/verdict").asString()).isNotBlank();
        assertThat(extended.at("/known/until").asString()).isEqualTo("2021-12-08");
    }

    @Test
    void estates_are_ranked_by_their_rate_and_those_with_too_few_checks_are_not() {
        JsonNode list = head.get("/api/v1/sorting/estates?from=2021-01-01&to=2021-12-30")
                .json();
        List<JsonNode> ranked =
                list.path("items").valueStream().filter(one -> one.has("rank")).toList();
        assertThat(ranked).hasSizeGreaterThanOrEqualTo(15);
        for (int i = 1; i < ranked.size(); i++)
            assertThat(ranked.get(i).at("/share/rate").asDouble())
                    .isLessThanOrEqualTo(ranked.get(i - 1).at("/share/rate").asDouble());
        for (JsonNode one : ranked) {
            assertThat(one.at("/share/low").asDouble())
                    .isLessThan(one.at("/share/rate").asDouble());
            assertThat(one.at("/alarms/0").has("perHundred"))
                    .as("nobody watched in 2021")
                    .isFalse();
        }
        JsonNode days = head.get("/api/v1/sorting/estates?from=2021-12-29&to=2021-12-30")
                .json();
        assertThat(days.path("items").valueStream()).allMatch(one -> !one.has("rank"));
        assertThat(head.get("/api/v1/sorting/estates?from=2021-12-30&to=2021-01-01")
                        .get("code"))
                .isEqualTo("sorting.span");
        assertThat(head.get("/api/v1/sorting/estate?name=nowhere").get("code")).isEqualTo("sorting.no-estate");
    }

    @Test
    void the_product_says_itself_which_estates_it_proposed_and_another_one_needs_a_reason() {
        String estate = free(2);
        List<String> like = like(estate);
        assertThat(like).doesNotContain(estate);
        Answer bare = head.post(TRIALS, plan("试一", estate, List.of(like.get(0), like.get(1), like.getLast()), ""));
        assertThat(bare.get("code")).isEqualTo("sorting.why-compared");
        Answer reasoned =
                head.post(TRIALS, plan("试一", estate, List.of(like.get(0), like.get(1), like.getLast()), "居委愿意"));
        assertThat(reasoned.status()).as(reasoned.text()).isEqualTo(201);
        assertThat(reasoned.json().at("/trial/compared").valueStream().filter(one -> one.path("proposed")
                        .asBoolean()))
                .hasSize(2);
        assertThat(act(reasoned.json(), "drop", Map.of("note", "改日再试"))
                        .at("/trial/state")
                        .asString())
                .isEqualTo("dropped");
    }

    @Test
    void what_has_started_is_fixed_in_the_database_too_and_what_comes_later_is_marked() {
        String estate = free(4);
        List<String> like = like(estate).subList(0, 6);
        JsonNode planned = head.post(TRIALS, plan("试二", estate, like, "")).json();
        JsonNode running = act(planned, "start", Map.of());
        assertThat(running.at("/trial/state").asString()).isEqualTo("running");
        String id = running.at("/trial/id").asString();
        Answer changed = head.put(TRIALS + "/" + id, plan("试二改", estate, like, ""));
        assertThat(changed.get("code")).isEqualTo("sorting.fixed");
        JdbcClient db = demo.bean(JdbcClient.class);
        for (String sql : List.of(
                "delete from sorting.compared where trial = ?::uuid",
                "update sorting.treated set starts_on = starts_on + 1 where trial = ?::uuid",
                "delete from sorting.measure where trial = ?::uuid",
                "update sorting.step set note = 'x' where trial = ?::uuid"))
            assertThatThrownBy(() -> db.sql(sql).params(id).update())
                    .as(sql)
                    .hasMessageMatching("(?s).*(is fixed|was written).*");
        JsonNode more = act(running, "measure", Map.of("measure", "overflow", "margin", 20));
        assertThat(more.at("/trial/measures/1/late").asBoolean()).isTrue();
        assertThat(more.at("/evaluation/warnings").valueStream().map(one -> one.path("kind")
                        .asString()))
                .contains("added-later");
        assertThat(refused(more, "withdraw", Map.of("note", "好"))).isEqualTo("sorting.too-early");
        assertThat(refused(more, "put-back", Map.of("note", " "))).isEqualTo("sorting.why");
        assertThat(refused(running, "put-back", Map.of("note", "乱了"))).isEqualTo("sorting.moved-on");
        assertThat(refused(more, "fly", Map.of())).isEqualTo("sorting.no-action");
        Answer again = head.post(TRIALS, plan("试三", estate, like, ""));
        assertThat(again.get("code")).isEqualTo("sorting.in-another");
        assertThat(act(more, "put-back", Map.of("note", "居民意见大"))
                        .at("/trial/state")
                        .asString())
                .isEqualTo("put-back");
    }

    @Test
    void who_may_look_may_not_decide_and_an_inspector_does_not_look() {
        HttpVisitor committee = demo.signedIn("committee-c01");
        assertThat(committee.get(TRIALS).status()).isEqualTo(200);
        assertThat(committee.post(TRIALS, plan("试四", free(1), List.of(), "")).status())
                .isEqualTo(403);
        assertThat(demo.signedIn("inspector-c02").get(TRIALS).status()).isEqualTo(403);
    }

    private static JsonNode pilots() {
        return head.get(TRIALS)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().startsWith("富天苑"))
                .findFirst()
                .orElseThrow();
    }

    /** An estate that no trial treats. */
    private static String free(int number) {
        List<String> pilots = texts(pilots().path("estates"));
        return head.get("/api/v1/sorting/estates?from=2021-01-01&to=2021-12-30")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("estate").asString())
                .filter(one -> !pilots.contains(one))
                .sorted()
                .toList()
                .get(number);
    }

    private static List<String> like(String estate) {
        return head.get(TRIALS + "/like?estates=" + encoded(estate) + "&start=2022-01-10&daysBefore=90")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("estate").asString())
                .filter(one -> !texts(pilots().path("estates")).contains(one))
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, Object> plan(String title, String estate, List<String> compared, String reason) {
        JsonNode detail =
                head.get("/api/v1/sorting/estate?name=" + encoded(estate)).json();
        return Map.of(
                "title",
                title,
                "daysBefore",
                90,
                "daysAfter",
                60,
                "treated",
                detail.path("points")
                        .valueStream()
                        .map(one -> Map.of("point", one.path("point").asString(), "startsOn", "2022-01-10"))
                        .toList(),
                "compared",
                compared.stream()
                        .map(one -> Map.of("estate", one, "proposed", true, "reason", reason))
                        .toList(),
                "measures",
                List.of(Map.of("measure", "correct", "margin", 5)));
    }

    private static JsonNode act(JsonNode trial, String action, Map<String, Object> given) {
        Answer answer = answer(trial, action, given);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String refused(JsonNode trial, String action, Map<String, Object> given) {
        return answer(trial, action, given).get("code");
    }

    private static Answer answer(JsonNode trial, String action, Map<String, Object> given) {
        Map<String, Object> body = new TreeMap<>(given);
        body.put("seq", trial.at("/trial/seq").asInt());
        return head.post(TRIALS + "/" + trial.at("/trial/id").asString() + "/actions/" + action, body);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
