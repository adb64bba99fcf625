package org.yiwang.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.demonstration.drawing.Drawing;
import org.yiwang.organisation.SetClock;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** A special supervision from its first figure to its closing, over HTTP, as a supervisor and the heads of three units live through it. */
@Tag("database")
class SpecialStoryTest {
    private static final String LISTS = "/api/v1/lists";
    /** No other test has cases of it. */
    private static final String CATEGORY = "E0509";

    private final RunningProduct product = RunningProduct.start();
    private final String mark = "专项" + System.nanoTime();
    private HttpVisitor supervisor;
    private HttpVisitor chief;
    private HttpVisitor head;
    private HttpVisitor committee;

    /** Each test has days of its own, so that each counts only its own cases. */
    @BeforeEach
    void signIn() {
        product.bean(SetClock.class).pass(Duration.ofDays(7));
        supervisor = product.signedIn("supervisor");
        chief = product.signedIn("chief");
        head = product.signedIn("head-chengguan");
        committee = product.signedIn("committee-c01");
    }

    @Test
    void
            a_quarter_goes_from_its_figures_over_a_sample_to_what_is_mended_and_its_risk_is_answered_before_it_is_closed() {
        for (int i = 0; i < 4; i++) settled();
        reported();
        String list = special();
        String path = LISTS + "/" + list + "/special";
        JsonNode figures = supervisor.get(path).json().at("/now/all");
        assertThat(figures.path("cases").asInt())
                .as(supervisor.get(path).text())
                .isEqualTo(5);
        assertThat(figures.path("closed").asInt()).isEqualTo(4);
        assertThat(figures.path("onTime").asInt()).isEqualTo(4);
        assertThat(supervisor.get(path).json().at("/before/all/cases").asInt()).isZero();
        JsonNode closed =
                supervisor.get(path + "/cases?figure=closed&unit=chengguan").json();
        assertThat(closed.path("total").asInt()).isEqualTo(4);
        assertThat(closed.path("items")).hasSize(4);
        assertThat(supervisor.post(LISTS + "/" + list + "/close", Map.of()).get("code"))
                .isEqualTo("lists.not-drawn");

        assertThat(supervisor
                        .post(path + "/sample", Map.of("checkers", List.of("chengguan")))
                        .get("code"))
                .isEqualTo("lists.no-checker");
        Answer drawn = supervisor.post(
                path + "/sample",
                Map.of("perUnit", 3, "percent", 0, "days", 5, "checkers", List.of("chengguan", "c01")));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        List<String> checks = drawn.json().path("checks").findValuesAsString("id");
        assertThat(checks).hasSize(3);
        assertThat(supervisor.post(path + "/sample", Map.of()).get("code")).isEqualTo("lists.drawn-already");
        JsonNode again = supervisor.get(path + "/sample/again").json();
        assertThat(again.path("agrees").asBoolean()).isTrue();
        assertThat(again.path("drawn").findValuesAsString("number"))
                .isEqualTo(drawn.json().path("checks").findValuesAsString("number"));

        assertThat(head.get(path).json().path("checks"))
                .as("nobody tidies up first")
                .isEmpty();
        assertThat(head.post(LISTS + "/checks/" + checks.getFirst(), found("kept"))
                        .get("code"))
                .isEqualTo("lists.not-your-check");
        assertThat(committee.get(LISTS + "/checks").text()).contains(checks.getFirst());
        assertThat(find(committee, checks.get(0), "failed").at("/finding/item").asString())
                .isNotBlank();
        find(supervisor, checks.get(1), "failed");
        assertThat(supervisor.post(LISTS + "/" + list + "/close", Map.of()).get("code"))
                .isEqualTo("lists.unchecked");
        find(committee, checks.get(2), "kept");
        assertThat(committee
                        .post(LISTS + "/checks/" + checks.get(2), found("failed"))
                        .get("code"))
                .isEqualTo("lists.checked-already");

        JsonNode standing = supervisor.get(path).json();
        assertThat(standing.at("/result/share/failed").asInt()).isEqualTo(2);
        assertThat(standing.at("/result/share/low").asDouble()).isLessThan(2 / 3.0);
        assertThat(standing.at("/result/share/high").asDouble()).isGreaterThan(2 / 3.0);
        String item = standing.at("/checks/0/finding/item").asString();
        mended(item);
        assertThat(supervisor.get(path).json().at("/result/done").asInt()).isEqualTo(1);

        assertThat(supervisor.post(LISTS + "/" + list + "/close", Map.of()).get("code"))
                .isEqualTo("lists.risks-open");
        Answer answered = supervisor.post(
                path + "/risks", Map.of("category", CATEGORY, "unit", "chengguan", "item", item("每周夜查两次")));
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        String prevention = answered.json().at("/result/risks/0/answered/item").asString();
        assertThat(head.get(LISTS + "/items/" + prevention).json().path("cases"))
                .as("the cases that failed")
                .hasSize(2);
        assertThat(supervisor
                        .post(path + "/risks", Map.of("category", CATEGORY, "unit", "chengguan", "words", "够了"))
                        .get("code"))
                .isEqualTo("lists.risk-settled");
        Answer ended = supervisor.post(LISTS + "/" + list + "/close", Map.of());
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    }

    @Test
    void a_matter_without_a_closed_case_has_no_sample_and_others_lists_have_none_at_all() {
        reported();
        String list = special();
        assertThat(supervisor
                        .post(LISTS + "/" + list + "/special/sample", Map.of())
                        .get("code"))
                .isEqualTo("lists.nothing-closed");
        String other = supervisor
                .post(LISTS, Map.of("kind", "problem", "title", mark + System.nanoTime()))
                .get("id");
        assertThat(supervisor.get(LISTS + "/" + other + "/special").get("code")).isEqualTo("lists.not-special");
        assertThat(committee
                        .post(LISTS + "/" + list + "/special/sample", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private void mended(String item) {
        for (String step : List.of("accept", "hand-in")) {
            Map<String, Object> body = new HashMap<>(Map.of("note", "已整改", "version", version(item)));
            if (step.equals("hand-in")) body.put("photos", List.of(photo()));
            Answer taken = head.post(LISTS + "/items/" + item + "/steps/" + step, body);
            assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        }
        Answer verified = supervisor.post(
                LISTS + "/items/" + item + "/steps/verify", Map.of("note", "看过了", "version", version(item)));
        assertThat(verified.status()).as(verified.text()).isEqualTo(200);
    }

    private int version(String item) {
        return supervisor
                .get(LISTS + "/items/" + item)
                .json()
                .at("/item/version")
                .asInt();
    }

    private String photo() {
        try {
            return head.upload("/api/v1/attachments", "after.jpg", Drawing.jpeg("shop", true, 0))
                    .get("id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode find(HttpVisitor person, String check, String verdict) {
        Answer answer = person.post(LISTS + "/checks/" + check, found(verdict));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Object> found(String verdict) {
        return Map.of("verdict", verdict, "note", "到现场看过");
    }

    private String special() {
        Answer opened = supervisor.post(
                LISTS,
                Map.of(
                        "kind",
                        "special",
                        "title",
                        mark + System.nanoTime() % 1000,
                        "from",
                        today().toString(),
                        "to",
                        today().plusDays(2).toString(),
                        "matter",
                        List.of(CATEGORY)));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.get("id");
    }

    private Map<String, Object> item(String title) {
        LocalDate due = product.bean(WorkCalendar.class).workingDayFrom(today().plusDays(10));
        return Map.of("title", title, "unit", "chengguan", "due", due.toString(), "proof", "巡查记录", "photos", 0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(product.now(), WorkCalendar.ZONE);
    }

    private String reported() {
        Answer answer = chief.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        CATEGORY,
                        "title",
                        mark,
                        "description",
                        "又来了",
                        "place",
                        RunningProduct.PLACE,
                        "channel",
                        "desk"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.get("id");
    }

    private void settled() {
        String path = "/api/v1/cases/" + reported() + "/actions/";
        HttpVisitor operator = product.signedIn("operator");
        List<Answer> steps = new ArrayList<>();
        steps.add(chief.post(path + "accept", Map.of()));
        steps.add(chief.post(path + "dispatch", Map.of("unit", "chengguan")));
        steps.add(head.post(path + "claim", Map.of()));
        steps.add(head.post(
                path + "feedback",
                Map.of("note", "现场已清理", "attachments", List.of(Map.of("id", photo(), "kind", "after")))));
        steps.add(operator.post(path + "pass", Map.of("note", "看过")));
        steps.add(operator.post(path + "close", Map.of("answer", "您反映的问题已经办结")));
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.status()).as(step.text()).isEqualTo(200));
    }
}
