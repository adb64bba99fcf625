package org.yiwang.rounds;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

@Tag("database")
class CampaignTest {
    private static final String PATH = "/api/v1/rounds/campaigns";
    private static final String ROUND = "firms/special";

    private final RecordRounds town = RecordRounds.start();
    private final HttpVisitor chief = town.chief;
    private final String run = "C" + System.nanoTime() + "-";

    @BeforeEach
    void firms() {
        town.enter(run + "1", "red");
        town.enter(run + "2", "red");
        town.enter(run + "3", "blue");
    }

    @Test
    void a_campaign_makes_its_stops_at_once_over_what_the_filter_finds() {
        Map<String, Object> red = Map.of("text", run, "fields", Map.of("grade", "red"));
        Answer chosen = chief.post(PATH + "/choose", Map.of("round", ROUND, "chosen", red));
        assertThat(chosen.json().path("count").asInt()).as(chosen.text()).isEqualTo(2);
        JsonNode campaign = start(red);
        assertThat(campaign.path("figures").path("total").asInt()).isEqualTo(2);
        assertThat(campaign.path("figures").path("open").asInt()).isEqualTo(2);
        assertThat(mine(campaign))
                .extracting(stop -> stop.path("subject").asString())
                .containsExactlyInAnyOrder(run + "1", run + "2");
    }

    @Test
    void a_rule_narrows_what_is_chosen_and_one_that_makes_no_sense_is_explained() {
        Map<String, Object> blue = Map.of("text", run, "where", "record.grade == 'blue'");
        assertThat(mine(start(blue)))
                .extracting(stop -> stop.path("subject").asString())
                .containsExactly(run + "3");
        Answer wrong = chief.post(
                PATH + "/choose", Map.of("round", ROUND, "chosen", Map.of("where", "record.chief == '李四海'")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("record.chief").contains("record.grade");
    }

    @Test
    void its_figures_follow_what_is_seen_and_what_is_put_right() {
        JsonNode campaign = start(keys("1", "2"));
        JsonNode first = mine(campaign).getFirst();
        Answer visited = town.visit(first, Map.of("exit", "locked"));
        assertThat(visited.status()).as(visited.text()).isEqualTo(200);
        JsonNode now = detail(campaign);
        JsonNode figures = now.path("campaign").path("figures");
        assertThat(figures.path("made").asInt()).isEqualTo(1);
        assertThat(figures.path("failed").asInt()).isEqualTo(1);
        assertThat(figures.path("found").asInt()).isEqualTo(1);
        assertThat(figures.path("rectified").asInt()).isZero();
        assertThat(now.path("coverage"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("key").asString()).isEqualTo("c01"));
    }

    @Test
    void ended_early_with_a_reason_it_asks_for_nothing_more_and_what_was_made_stands() {
        JsonNode campaign = start(keys("1", "2", "3"));
        town.visit(mine(campaign).getFirst(), Map.of("exit", "free"));
        String end = PATH + "/" + campaign.path("id").asString() + "/end";
        assertThat(chief.post(end, Map.of("reason", " ")).get("code")).isEqualTo("rounds.end-reason");
        Answer ended = chief.post(end, Map.of("reason", "上级另有部署"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.json().path("over").asBoolean()).isTrue();
        assertThat(ended.json().path("endReason").asString()).isEqualTo("上级另有部署");
        assertThat(ended.json().path("figures").path("total").asInt()).isEqualTo(1);
        assertThat(mine(campaign)).isEmpty();
        assertThat(chief.post(end, Map.of("reason", "再结束")).get("code")).isEqualTo("rounds.campaign-over");
    }

    @Test
    void the_list_of_campaigns_comes_page_by_page_each_with_the_figures_that_it_has_alone() {
        JsonNode first = start(keys("1"));
        JsonNode second = start(keys("1", "2"));
        JsonNode third = start(keys("3"));
        town.visit(mine(second).getFirst(), Map.of("exit", "locked"));
        List<JsonNode> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = chief.get(PATH + "?limit=2&after=" + after).json();
            page.path("items").forEach(listed::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(listed)
                .extracting(one -> one.path("id").asString())
                .doesNotHaveDuplicates()
                .contains(
                        first.path("id").asString(),
                        second.path("id").asString(),
                        third.path("id").asString());
        JsonNode figures = listed.stream()
                .filter(one -> one.path("id").equals(second.path("id")))
                .findFirst()
                .orElseThrow()
                .path("figures");
        assertThat(figures).isEqualTo(detail(second).path("campaign").path("figures"));
        assertThat(figures.path("found").asInt()).isEqualTo(1);
        assertThat(chief.get(PATH + "?limit=0").status()).isEqualTo(422);
        assertThat(chief.get(PATH + "?limit=1000").status()).isEqualTo(422);
    }

    @Test
    void a_list_of_stops_ends_where_it_is_asked_to_and_says_how_many_there_are() {
        start(keys("1", "2", "3"));
        JsonNode all = town.inspector.get("/api/v1/rounds/stops").json();
        JsonNode few = town.inspector.get("/api/v1/rounds/stops?limit=2").json();
        assertThat(few.path("items")).hasSize(2);
        assertThat(few.path("total").asInt())
                .isEqualTo(all.path("total").asInt())
                .isGreaterThan(2);
        assertThat(few.at("/items/0/id")).isEqualTo(all.at("/items/0/id"));
        assertThat(town.inspector.get("/api/v1/rounds/stops?limit=501").status())
                .isEqualTo(422);
    }

    @Test
    void what_is_wrong_with_a_campaign_is_said_before_any_stop_is_made() {
        assertThat(town.officer.post(PATH, wanted(keys("1"))).get("code")).isEqualTo("access.not-permitted");
        assertThat(refusal("round", "firms/monthly")).isEqualTo("rounds.no-campaign-round");
        assertThat(refusal("name", " ")).isEqualTo("rounds.campaign-name");
        assertThat(refusal("to", today().minusDays(1))).isEqualTo("rounds.campaign-days");
        assertThat(refusal("unit", "nobody")).isEqualTo("case.unknown-unit");
        assertThat(refusal("chosen", Map.of("keys", List.of("no-such")))).isEqualTo("rounds.unknown-keys");
        assertThat(refusal("chosen", Map.of("text", "没有这家企业"))).isEqualTo("rounds.nothing-chosen");
    }

    @Test
    void the_same_firm_may_be_looked_at_in_two_campaigns_and_in_its_monthly_round() {
        town.makeLists();
        JsonNode first = start(keys("1"));
        JsonNode second = start(keys("1"));
        assertThat(mine(first)).hasSize(1);
        assertThat(mine(second)).hasSize(1);
        assertThat(town.stopsAt("firms/monthly", run + "1")).hasSize(1);
    }

    private Map<String, Object> keys(String... numbers) {
        return Map.of(
                "keys", java.util.Arrays.stream(numbers).map(one -> run + one).toList());
    }

    private JsonNode start(Map<String, Object> chosen) {
        Answer started = chief.post(PATH, wanted(chosen));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return started.json();
    }

    private String refusal(String field, Object value) {
        Map<String, Object> wanted = new HashMap<>(wanted(keys("1")));
        wanted.put(field, value);
        return chief.post(PATH, wanted).get("code");
    }

    private Map<String, Object> wanted(Map<String, Object> chosen) {
        return Map.of("round", ROUND, "name", "三合一专项", "from", today(), "to", today().plusDays(30), "chosen", chosen);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(town.product.now(), WorkCalendar.ZONE);
    }

    private JsonNode detail(JsonNode campaign) {
        return chief.get(PATH + "/" + campaign.path("id").asString()).json();
    }

    private List<JsonNode> mine(JsonNode campaign) {
        return town.stops(ROUND).stream()
                .filter(stop -> stop.path("campaign").equals(campaign.path("id")))
                .toList();
    }
}
