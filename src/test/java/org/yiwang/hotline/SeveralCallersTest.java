package org.yiwang.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.hotline.HotlineWorld.TENANT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.organisation.SetClock;
import tools.jackson.databind.JsonNode;

/** Two callers complain of one matter (一案多诉): one case, two orders, each with its limit, its answer and its visit. */
@Tag("database")
class SeveralCallersTest {
    private static final String FOUND = "经现场核实情况属实，已安排保洁清理楼道并约谈物业经理，明确每日巡查。";
    private static final String OWN = "经现场核实，您反映的五楼堆物已清理，并已告知您所在楼组长。";
    private static final String SECOND = "再次上门核实，已更换五楼照明并清理剩余堆物，请监督。";

    private static HotlineWorld world;
    private static UpperProcess upper;
    private static HttpUpperPlatform client;
    private static PullOrders pull;

    @BeforeAll
    static void start() throws Exception {
        world = new HotlineWorld();
        world.beginAnew();
        upper = UpperProcess.start();
        client = upper.client();
        pull = world.pull(world.product.bean(TransactionTemplate.class));
    }

    @AfterAll
    static void stop() {
        upper.close();
    }

    @Test
    void each_order_keeps_its_limit_and_has_its_own_answer_and_visit_and_the_upper_platform_knows_of_each()
            throws Exception {
        upper.order("FIRST-1", Map.of("phone", "13812340001", "caller", "沈女士"));
        upper.order("SECOND-1", Map.of("phone", "13812340002", "caller", "陆先生", "dueAt", "2021-11-12T18:00:00+08:00"));
        pull.turn(TENANT, client);
        String own = world.caseOf("SECOND-1");
        String into = world.subject("FIRST-1").path("number").asString();
        String id = world.caseOf("FIRST-1");
        world.step(world.operator, "FIRST-1", "accept", Map.of());
        world.step(world.operator, "SECOND-1", "merge", Map.of("into", into, "note", "同一楼道"));
        upper.tell("SECOND-1", "supervision", Map.of("note", "请加快"));
        pull.turn(TENANT, client);
        assertThat(world.subject("FIRST-1").path("supervision").asInt())
                .as("what is said of the merged order in the same moment finds its matter")
                .isEqualTo(2);
        world.sendUntil(client, "SECOND-1", 2);
        assertThat(world.caseOf("SECOND-1")).isEqualTo(id).isNotEqualTo(own);
        assertThat(upper.acts("SECOND-1")).containsExactly("receipt", "merged");

        assertThat(due("SECOND-1")).as("the limit that the upper platform set").startsWith("2021-11-12T10:00");
        assertThat(due("FIRST-1")).as("that of its kind").isGreaterThan("2021-11-20");

        world.step(world.operator, "FIRST-1", "dispatch", Map.of("unit", "fangguan"));
        call("SECOND-1");
        world.step(world.head, "FIRST-1", "claim", Map.of());
        world.step(world.head, "FIRST-1", "feedback", Map.of("note", FOUND));
        world.step(world.operator, "FIRST-1", "pass", Map.of());
        world.step(world.operator, "FIRST-1", "answer", Map.of("reports", List.of(report("SECOND-1")), "answer", OWN));
        world.step(world.operator, "FIRST-1", "close", Map.of("answer", FOUND));
        visit("FIRST-1", 5, Map.of("solved", true));
        visit("SECOND-1", 1, Map.of("solved", false, "reason", "partly-solved"));
        world.sendUntil(client, "FIRST-1", 7);
        world.sendUntil(client, "SECOND-1", 7);
        assertThat(last("FIRST-1", "closed").path("answer").asString()).isEqualTo(FOUND);
        assertThat(last("SECOND-1", "closed").path("answer").asString()).isEqualTo(OWN);
        assertThat(last("FIRST-1", "visited").path("satisfaction").asInt()).isEqualTo(5);
        assertThat(last("SECOND-1", "visited").path("satisfaction").asInt()).isEqualTo(1);

        Answer again = world.operator.post("/api/v1/hotline/orders/SECOND-1/again", Map.of("note", "五楼仍有堆物"));
        assertThat(again.status()).as(again.text()).isEqualTo(204);
        world.step(world.head, "SECOND-1", "claim", Map.of());
        world.step(world.head, "SECOND-1", "feedback", Map.of("note", SECOND));
        world.step(world.operator, "SECOND-1", "pass", Map.of());
        world.step(world.operator, "SECOND-1", "close", Map.of("answer", SECOND));
        visit("SECOND-1", 4, Map.of("solved", true));
        world.sendUntil(client, "SECOND-1", 12);
        assertThat(last("SECOND-1", "closed").path("answer").asString())
                .as("the answer of the second handling")
                .isEqualTo(SECOND);
        assertThat(upper.acts("SECOND-1"))
                .containsExactly(
                        "receipt",
                        "merged",
                        "assigned",
                        "contact",
                        "handling",
                        "closed",
                        "visited",
                        "reopened",
                        "assigned",
                        "handling",
                        "closed",
                        "visited");
        assertThat(upper.acts("FIRST-1"))
                .as("who was satisfied hears nothing of the other's second handling")
                .containsExactly("receipt", "accepted", "assigned", "contact", "handling", "closed", "visited");
        assertThat(upper.kept("FIRST-1").path("status").asString()).isEqualTo("YHF");
        assertThat(upper.kept("SECOND-1").path("status").asString()).isEqualTo("YHF");
        assertThat(order("FIRST-1").path("again").asInt()).isZero();
        assertThat(order("SECOND-1").path("again").asInt()).isEqualTo(1);
    }

    private static void call(String no) {
        Answer answer = world.operator.post(
                "/api/v1/hotline/cases/" + world.caseOf(no) + "/calls",
                Map.of("no", no, "result", "reached", "note", "已了解"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** One after another, as calls are. */
    private static void visit(String no, int stars, Map<String, ?> more) {
        world.product.bean(SetClock.class).pass(Duration.ofSeconds(1));
        Map<String, Object> body =
                HotlineWorld.with("reached", true, "satisfaction", stars, "reports", List.of(report(no)));
        body.putAll(more);
        world.step(world.operator, no, "visit", body);
    }

    private static String report(String no) {
        return order(no).path("report").asString();
    }

    private static String due(String no) {
        return world.subject(no)
                .path("reports")
                .valueStream()
                .filter(report -> report.path("id").asString().equals(report(no)))
                .findFirst()
                .orElseThrow()
                .path("answerDueAt")
                .asString();
    }

    private static JsonNode last(String no, String act) {
        return upper.kept(no)
                .path("reports")
                .valueStream()
                .filter(report -> report.path("act").asString().equals(act))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static JsonNode order(String no) {
        return world.operator
                .get("/api/v1/hotline/cases/" + world.caseOf(no) + "/orders")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("no").asString().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
