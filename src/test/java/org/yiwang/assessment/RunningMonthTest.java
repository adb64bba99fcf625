package org.yiwang.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.assessment.AssessedYearTest.HOTLINE;
import static org.yiwang.assessment.AssessedYearTest.get;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import org.yiwang.RunningProduct;
import tools.jackson.databind.JsonNode;

/** The provisional scores of the month that runs, December of the demonstration. */
@Tag("database")
class RunningMonthTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final String UNIT = "/department/chengguan";

    private static RunningDemo demo;
    private static HttpVisitor operator;
    private static HttpVisitor supervisor;
    private static HttpVisitor head;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
        operator = demo.signedIn("operator");
        supervisor = demo.signedIn("supervisor");
        head = demo.signedIn("head-chengguan");
    }

    @Test
    void a_failed_verification_costs_its_unit_at_once_and_the_edition_computed_then_says_the_same() {
        String month = month();
        int before = reworks(month);
        String number = failed();
        await(() -> reworks(month) == before + 1);
        JsonNode lines = get(head, HOTLINE + "/months/" + month + UNIT + "/lines?edition=0&measure=rework&limit=500");
        assertThat(lines.get("items").findValuesAsString("number")).contains(number);

        Answer computed = supervisor.post(HOTLINE + "/months/" + month + "/editions", Map.of());
        assertThat(computed.status()).as(computed.text()).isEqualTo(200);
        JsonNode kept = get(supervisor, HOTLINE + "/months/" + month + "?edition=" + computed.get("number"));
        JsonNode provisional = get(supervisor, HOTLINE + "/months/" + month + "?edition=0");
        assertThat(provisional.at("/edition/cause").asString()).isEqualTo("running");
        assertThat(provisional.get("units")).hasSameSizeAs(kept.get("units"));
        for (JsonNode unit : kept.get("units"))
            assertThat(of(provisional, unit))
                    .as(unit.get("unit").asString())
                    .isEqualTo(unit.get("total").decimalValue().stripTrailingZeros() + " " + unit.path("rank"));
    }

    @Test
    void only_the_month_that_runs_is_provisional_and_it_has_no_history() {
        String month = month();
        assertThat(get(supervisor, "/api/v1/assessments")
                        .at("/items/0/editions")
                        .findValuesAsString("number"))
                .doesNotContain("0");
        assertThat(supervisor.get(HOTLINE + "/months/2021-11?edition=0").status())
                .isEqualTo(404);
        assertThat(supervisor
                        .get(HOTLINE + "/months/" + month + "/difference?from=0&to=0")
                        .status())
                .isEqualTo(404);
        assertThat(head.get(HOTLINE + "/months/" + month + "/department/fangguan/lines?edition=0")
                        .get("code"))
                .isEqualTo("assessment.not-own");
    }

    private static String month() {
        return get(head, "/api/v1/assessments").at("/items/0/running").asString();
    }

    /** Equal numbers may be written with or without trailing zeros. */
    private static String of(JsonNode board, JsonNode unit) {
        return board.get("units")
                .valueStream()
                .filter(one -> one.get("board").equals(unit.get("board"))
                        && one.get("unit").equals(unit.get("unit")))
                .map(one -> one.get("total").decimalValue().stripTrailingZeros() + " " + one.path("rank"))
                .findFirst()
                .orElse("missing");
    }

    private static int reworks(String month) {
        return get(head, HOTLINE + "/months/" + month + "?edition=0")
                .get("units")
                .valueStream()
                .filter(one -> one.get("unit").asString().equals("chengguan"))
                .flatMap(one -> one.get("parts").valueStream())
                .filter(part -> part.get("id").asString().equals("rework"))
                .mapToInt(part -> part.get("counted").asInt())
                .sum();
    }

    /** A hotline order whose handling does not pass; its number. */
    private static String failed() {
        Answer taken = operator.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        "H0201",
                        "description",
                        "店家占道，暂定得分用",
                        "place",
                        RunningProduct.PLACE,
                        "channel",
                        "hotline"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        step(operator, taken, "accept", Map.of());
        step(operator, taken, "dispatch", Map.of("unit", "chengguan"));
        step(head, taken, "claim", Map.of());
        step(head, taken, "contact", Map.of("reached", true, "note", "已与反映人联系"));
        step(head, taken, "feedback", Map.of("note", "经现场核实情况属实，已责令店家整改并恢复人行道畅通，安排队员每日巡查。"));
        step(operator, taken, "fail", Map.of("reason", "not-done", "note", "仍在占道"));
        return taken.get("number");
    }

    private static void step(HttpVisitor who, Answer taken, String action, Map<String, Object> body) {
        Answer answer = who.post("/api/v1/cases/" + taken.get("id") + "/actions/" + action, body);
        assertThat(answer.status()).as(action + ": " + answer.text()).isEqualTo(200);
    }

    private static void await(BooleanSupplier so) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!so.getAsBoolean()) assertThat(System.nanoTime()).as("in time").isLessThan(end);
    }
}
