package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import tools.jackson.databind.JsonNode;

/** Whom a step concerns finds it in the inbox: over HTTP, as the desk and the phone read it. */
@Tag("database")
class CaseNoticesTest {
    private static final long LONGEST_WAIT_SECONDS = 20;

    private static RunningProduct product;
    private static HttpVisitor operator;
    private static HttpVisitor handler;
    private static HttpVisitor head;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        operator = product.signedIn("operator");
        handler = product.signedIn("handler-chengguan");
        head = product.signedIn("head-chengguan");
    }

    @Test
    void a_unit_hears_of_its_case_and_the_handler_of_the_chase() {
        Answer taken = dispatched();
        assertThat(wait(head, taken, "case-dispatch").path("title").asString()).isEqualTo("新派单");
        step(handler, taken, "claim", Map.of());
        step(operator, taken, "urge", Map.of("note", "家长来电"));
        JsonNode chased = wait(handler, taken, "case-urge");
        assertThat(chased.path("number").asString()).isEqualTo(taken.get("number"));
        assertThat(chased.path("text").asString()).isNotBlank();
        assertThat(of(handler, taken, "case-dispatch"))
                .as("handlers look at their list")
                .isEmpty();
        assertThat(of(operator, taken, "case-urge"))
                .as("nobody is told of the own step")
                .isEmpty();
    }

    @Test
    void a_case_that_comes_back_reaches_those_who_had_it() {
        Answer taken = dispatched();
        step(handler, taken, "claim", Map.of());
        step(handler, taken, "feedback", Map.of("note", "已整改"));
        step(operator, taken, "fail", Map.of("note", "货架还在"));
        assertThat(wait(handler, taken, "case-fail").path("title").asString()).contains("返工");
        step(handler, taken, "feedback", Map.of("note", "已再次整改"));
        step(operator, taken, "pass", Map.of());
        step(operator, taken, "close", Map.of("answer", "店家已整改，感谢反映。"));
        step(operator, taken, "reopen", Map.of("note", "又占道了"));
        assertThat(wait(head, taken, "case-reopen").path("title").asString()).isEqualTo("案件重新打开");
    }

    /** A hotline matter, which asks for no photo, with the squad. */
    private static Answer dispatched() {
        Answer taken = operator.post(
                "/api/v1/cases",
                Map.of("category", "H0201", "description", "店家占道", "place", RunningProduct.PLACE, "channel", "desk"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        step(operator, taken, "accept", Map.of());
        step(operator, taken, "dispatch", Map.of("unit", "chengguan"));
        return taken;
    }

    private static void step(HttpVisitor who, Answer taken, String action, Map<String, Object> body) {
        Answer answer = who.post("/api/v1/cases/" + taken.get("id") + "/actions/" + action, body);
        assertThat(answer.status()).as(action + ": " + answer.text()).isEqualTo(200);
    }

    private static List<JsonNode> of(HttpVisitor who, Answer taken, String kind) {
        return who.get("/api/v1/notices")
                .json()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("number").asString("").equals(taken.get("number")))
                .filter(notice -> notice.path("kind").asString().equals(kind))
                .toList();
    }

    private static JsonNode wait(HttpVisitor who, Answer taken, String kind) {
        long end = System.nanoTime() + Duration.ofSeconds(LONGEST_WAIT_SECONDS).toNanos();
        while (System.nanoTime() < end) {
            List<JsonNode> found = of(who, taken, kind);
            if (!found.isEmpty()) {
                assertThat(found).as("once").hasSize(1);
                return found.getFirst();
            }
        }
        throw new AssertionError(
                "no " + kind + " in the inbox: " + who.get("/api/v1/notices").text());
    }
}
