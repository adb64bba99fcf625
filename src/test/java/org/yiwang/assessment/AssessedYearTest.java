package org.yiwang.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;

/** The scores of the demonstration year, beside the figures that packages compute from the same records. */
@Tag("database")
class AssessedYearTest {
    static final String HOTLINE = "/api/v1/assessments/assessment/hotline";
    private static final Map<String, String> SAME = Map.of(
            "first-contact", "hotline-first-contact",
            "on-time", "hotline-on-time",
            "solved", "hotline-solved",
            "satisfaction", "hotline-satisfaction");
    private static HttpVisitor leader;
    private static HttpVisitor supervisor;

    @BeforeAll
    static void load() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        leader = demo.signedIn("leader");
        supervisor = demo.signedIn("supervisor");
    }

    @Test
    void every_month_is_published() {
        JsonNode editions = get(leader, "/api/v1/assessments").at("/items/0/editions");
        assertThat(editions.findValuesAsString("month")).contains("2021-01", "2021-06", "2021-12");
        assertThat(editions.valueStream().filter(one -> one.get("number").asInt() == 1))
                .hasSize(12)
                .allMatch(one -> one.hasNonNull("publishedAt"));
    }

    /** The one difference in definition: an order that was left out still is in the figures, and a line that an appeal corrected is not. */
    @Test
    void rates_of_the_scores_are_the_figures_of_package_standard_unit_by_unit() {
        for (String month : List.of("2021-02", "2021-05", "2021-08")) {
            JsonNode board = get(leader, HOTLINE + "/months/" + month);
            String days = "?from=" + month + "-01&to="
                    + java.time.YearMonth.parse(month).atEndOfMonth();
            SAME.forEach((measure, figure) -> {
                String path = "/api/v1/indicators/standard/" + figure + days;
                JsonNode whole = get(leader, path).get("now");
                assertThat(part(unit(board, "all", "all"), measure))
                        .as(month + " " + measure)
                        .isEqualTo(share(whole, measure));
                Map<String, String> committees = new HashMap<>();
                get(leader, path + "&by=committee")
                        .get("parts")
                        .forEach(one -> committees.put(one.get("key").asString(), share(one.get("figure"), measure)));
                committees.forEach((committee, share) -> assertThat(part(unit(board, "committee", committee), measure))
                        .as(month + " " + measure + " " + committee)
                        .isEqualTo(share));
            });
        }
    }

    /** Numerator and denominator; satisfaction is a figure of hundredths. */
    private static String share(JsonNode figure, String measure) {
        BigDecimal earned = figure.get("numerator").decimalValue();
        if (measure.equals("satisfaction")) earned = earned.movePointLeft(2);
        return earned.stripTrailingZeros().toPlainString() + "/"
                + figure.get("denominator").decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String part(JsonNode unit, String measure) {
        JsonNode part = unit.get("parts")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(measure))
                .findFirst()
                .orElseThrow();
        return part.get("earned").decimalValue().stripTrailingZeros().toPlainString() + "/"
                + part.get("counted").asInt();
    }

    private static JsonNode unit(JsonNode board, String kind, String unit) {
        return board.get("units")
                .valueStream()
                .filter(one -> one.get("board").asString().equals(kind)
                        && one.get("unit").asString().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lost_points_of_the_orders_are_what_each_unit_misses_of_full_marks() {
        JsonNode board = get(supervisor, HOTLINE + "/months/2021-11");
        System.out.println(board.toPrettyString().lines().limit(60).toList());
        for (JsonNode unit : board.get("units")) {
            JsonNode page = get(
                    supervisor,
                    HOTLINE + "/months/2021-11/" + unit.get("board").asString() + "/"
                            + unit.get("unit").asString() + "/lines?all=true&limit=500");
            BigDecimal lost = page.get("lost").decimalValue();
            BigDecimal missing = page.get("full")
                    .decimalValue()
                    .subtract(page.get("total").decimalValue())
                    .add(page.get("byBounds").decimalValue());
            assertThat(lost.subtract(missing).abs())
                    .as(unit.get("unit").asString())
                    .isLessThanOrEqualTo(new BigDecimal("0.01"));
        }
    }

    @Test
    void what_was_granted_made_another_edition_and_the_difference_names_its_orders() {
        JsonNode difference = get(supervisor, HOTLINE + "/months/2021-10/difference");
        assertThat(difference.at("/later/number").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(difference.get("changes").findValuesAsString("why")).contains("left-out");
        assertThat(get(supervisor, HOTLINE + "/months/2021-11/difference?from=1&to=2")
                        .get("changes")
                        .findValuesAsString("why"))
                .contains("left-out", "appeal");
        assertThat(difference.get("units")).isNotEmpty();
    }

    @Test
    void an_edition_is_never_changed_whoever_asks_the_database() throws Exception {
        try (var connection = RunningDemo.start().database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String change : List.of(
                    "update assessment.edition set number = 99 where number = 1",
                    "delete from assessment.edition",
                    "update assessment.line set earned = 1",
                    "delete from assessment.result"))
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .isInstanceOf(java.sql.SQLException.class);
        }
    }

    @Test
    void computing_again_without_a_change_is_refused() {
        Answer refused = supervisor.post(HOTLINE + "/months/2021-03/editions", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.get("code")).isEqualTo("assessment.unchanged");
    }

    @Test
    void a_unit_sees_all_ranks_and_opens_its_own_orders_alone() throws Exception {
        HttpVisitor head = RunningDemo.start().signedIn("head-chengguan");
        JsonNode board = get(head, HOTLINE + "/months/2021-06");
        assertThat(board.get("units").findValuesAsString("unit")).contains("fangguan", "c01", "all");
        assertThat(unit(board, "department", "chengguan").get("own").asBoolean())
                .isTrue();
        assertThat(unit(board, "department", "fangguan").get("own").asBoolean()).isFalse();
        assertThat(head.get(HOTLINE + "/months/2021-06/department/chengguan/lines")
                        .status())
                .isEqualTo(200);
        assertThat(head.get(HOTLINE + "/months/2021-06/department/fangguan/lines")
                        .get("code"))
                .isEqualTo("assessment.not-own");
        assertThat(head.get(HOTLINE + "/months/2021-06/all/all/lines").status()).isEqualTo(403);
        assertThat(head.get(HOTLINE + "/months/2021-06/difference").status()).isEqualTo(404);
    }

    static JsonNode get(HttpVisitor visitor, String path) {
        Answer answer = visitor.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }
}
