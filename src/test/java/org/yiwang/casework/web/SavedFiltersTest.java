package org.yiwang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.organisation.SetClock;
import tools.jackson.databind.JsonNode;

/** Filters are kept for the person on whatever machine, and say how many cases they find. */
@Tag("database")
class SavedFiltersTest {
    private static final String PATH = "/api/v1/me/filters";
    private static RunningProduct product;
    private static HttpVisitor operator;
    private static HttpVisitor chief;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        operator = product.signedIn("operator");
        chief = product.signedIn("chief");
    }

    @BeforeEach
    @AfterEach
    void keep_nothing() {
        JdbcClient.create(product.database().dataSource())
                .sql("delete from casework.saved_filter")
                .update();
    }

    @Test
    void a_filter_is_there_on_the_next_machine_with_what_the_list_would_count() {
        register();
        keep(operator, "占道", Map.of("view", "open", "category", "E0501", "q", ""));
        product.bean(SetClock.class).pass(Duration.ofSeconds(1));
        keep(operator, "十年前", Map.of("reportedFrom", "2011-01-01T00:00:00Z", "reportedTo", "2011-12-31T00:00:00Z"));
        JsonNode items = product.signedIn("operator").get(PATH).json().path("items");
        assertThat(names(items)).containsExactly("占道", "十年前");
        assertThat(items.get(0).path("filter").toString()).isEqualTo("{\"category\":\"E0501\",\"view\":\"open\"}");
        long listed = operator.get("/api/v1/cases?view=open&category=E0501&limit=1")
                .json()
                .path("total")
                .asLong();
        assertThat(listed).isPositive();
        assertThat(items.get(0).path("count").asLong()).isEqualTo(listed);
        assertThat(items.get(1).path("count").asLong()).isZero();
        assertThat(names(chief.get(PATH).json().path("items"))).isEmpty();
    }

    @Test
    void a_name_serves_a_person_once_whatever_its_letters() {
        keep(operator, "Late ones", Map.of("view", "late"));
        Answer again = operator.post(PATH, Map.of("name", "late ONES", "filter", Map.of("view", "soon")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.get("code")).isEqualTo("case.filter-name-taken");
        keep(chief, "Late ones", Map.of("view", "late"));
    }

    @Test
    void a_filter_is_renamed_changed_and_deleted_by_its_owner() {
        String id = keep(operator, "旧名", Map.of("view", "late")).get("id");
        Answer changed = operator.put(PATH + "/" + id, Map.of("name", "新名", "filter", Map.of("view", "soon")));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(names(operator.get(PATH).json().path("items"))).containsExactly("新名");
        assertThat(chief.delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(operator.delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(operator.delete(PATH + "/" + id).get("code")).isEqualTo("case.no-filter");
    }

    @Test
    void what_no_list_can_be_narrowed_by_is_refused_with_its_field() {
        refused("filter.colour", "case.unknown-filter", Map.of("colour", "red"));
        refused("filter.view", "request.wrong-value", Map.of("view", "everything"));
        refused("state", "case.unknown-state", Map.of("state", "lost"));
        refused("filter.category", "request.wrong-value", Map.of("category", "E9999"));
        refused("filter.unit", "request.wrong-value", Map.of("unit", "c99"));
        refused("filter.cell", "request.wrong-value", Map.of("cell", "31011001809999"));
        refused("filter.channel", "request.wrong-value", Map.of("channel", "pigeon"));
        refused("filter.supervision", "request.wrong-value", Map.of("supervision", "6"));
        refused("filter.reportedFrom", "request.wrong-value", Map.of("reportedFrom", "yesterday"));
        refused("filter.closedFrom", "request.wrong-value", Map.of("closedFrom", "+99999-01-01T00:00:00Z"));
        refused("filter.q", "request.wrong-value", Map.of("q", "长".repeat(81)));
        assertThat(operator.post(PATH, Map.of("name", " ", "filter", Map.of())).get("field"))
                .isEqualTo("name");
        assertThat(operator.post(PATH, Map.of("name", "长".repeat(17), "filter", Map.of()))
                        .get("field"))
                .isEqualTo("name");
        assertThat(operator.post(PATH, Map.of("name", "空")).get("field")).isEqualTo("filter");
    }

    @Test
    void twelve_are_enough_for_one_person() {
        for (int i = 1; i <= 12; i++) keep(operator, "筛选" + i, Map.of("view", "open"));
        Answer one = operator.post(PATH, Map.of("name", "再来", "filter", Map.of("view", "open")));
        assertThat(one.status()).isEqualTo(409);
        assertThat(one.get("code")).isEqualTo("case.filters-full");
        assertThat(operator.with("Accept-Language", "en")
                        .post(PATH, Map.of("name", "再来", "filter", Map.of("view", "open")))
                        .get("title"))
                .isEqualTo("At most 12 filters are kept.");
    }

    @Test
    void the_duty_chief_shares_a_filter_which_the_centre_reads_and_nobody_else_changes() {
        String id = chief.post(PATH, shared("今晚盯住")).get("id");
        JsonNode seen = operator.get(PATH).json().path("items").get(0);
        assertThat(seen.path("name").asString()).isEqualTo("今晚盯住");
        assertThat(seen.path("owner").path("name").asString()).isEqualTo("陆秀英");
        Answer change = operator.put(PATH + "/" + id, Map.of("name", "我的", "filter", Map.of("view", "late")));
        assertThat(change.status()).isEqualTo(403);
        assertThat(change.get("code")).isEqualTo("case.filter-of-other");
        assertThat(operator.delete(PATH + "/" + id).status()).isEqualTo(403);
        HttpVisitor squad = product.signedIn("handler-chengguan");
        assertThat(names(squad.get(PATH).json().path("items"))).isEmpty();
        assertThat(squad.delete(PATH + "/" + id).status()).isEqualTo(404);
        chief.put(PATH + "/" + id, Map.of("name", "今晚盯住", "filter", Map.of("view", "late")));
        assertThat(names(operator.get(PATH).json().path("items"))).isEmpty();
    }

    @Test
    void only_the_duty_chief_shares_and_not_without_end() {
        Answer operators = operator.post(PATH, shared("大家看"));
        assertThat(operators.status()).isEqualTo(403);
        assertThat(operators.get("code")).isEqualTo("access.not-permitted");
        for (int i = 1; i <= 6; i++)
            assertThat(chief.post(PATH, shared("共享" + i)).status()).isEqualTo(201);
        assertThat(chief.post(PATH, shared("共享7")).get("code")).isEqualTo("case.filters-shared-full");
    }

    private static Map<String, Object> shared(String name) {
        return Map.of("name", name, "filter", Map.of("view", "late"), "shared", true);
    }

    private static void refused(String field, String code, Map<String, String> filter) {
        Answer answer = operator.post(PATH, Map.of("name", "试", "filter", filter));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.get("field")).isEqualTo(field);
        assertThat(answer.get("code")).isEqualTo(code);
    }

    private static Answer keep(HttpVisitor visitor, String name, Map<String, String> filter) {
        Answer answer = visitor.post(PATH, Map.of("name", name, "filter", filter));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static List<String> names(JsonNode items) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : items) names.add(item.path("name").asString());
        return names;
    }

    private static void register() {
        Answer answer = operator.post(
                "/api/v1/cases",
                Map.of("category", "E0501", "description", "水果摊摆到人行道上", "place", RunningProduct.PLACE));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
