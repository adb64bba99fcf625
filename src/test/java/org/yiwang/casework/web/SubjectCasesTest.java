package org.yiwang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import tools.jackson.databind.JsonNode;

/** Cases about a record of a register: found by it, counted, listed. */
@Tag("database")
class SubjectCasesTest {
    private static final Map<String, Object> PLACE = Map.of("lon", 121.5399, "lat", 31.2716);
    private static RunningProduct product;
    private static HttpVisitor operator;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        operator = product.signedIn("operator");
    }

    @Test
    void a_case_is_about_the_shop_that_was_named_and_found_by_it() {
        shop("S-1", "老杨水果");
        JsonNode fresh = report("S-1").json();
        assertThat(fresh.at("/subject/register").asString()).isEqualTo("shop");
        assertThat(fresh.at("/subject/label").asString()).isEqualTo("老杨水果");
        assertThat(fresh.at("/repeats/earlier").asInt(-1)).isZero();
        Answer found = operator.get("/api/v1/cases?subject=shop/S-1");
        assertThat(found.json().path("total").asInt()).isEqualTo(1);
        assertThat(found.json().at("/items/0/id").asString())
                .isEqualTo(fresh.path("id").asString());
        assertThat(operator.get("/api/v1/cases?subject=shop/S-x")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(operator.get("/api/v1/cases?subject=shop").get("code")).isEqualTo("case.unreadable-subject");
    }

    @Test
    void a_shop_that_the_register_does_not_have_is_refused_at_its_question() {
        Answer refused = report("S-none");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.get("code")).isEqualTo("case.no-such-record");
        assertThat(refused.get("field")).isEqualTo("answers.premises");
    }

    @Test
    void a_shop_that_somebody_does_not_see_is_as_unknown_to_that_person_as_one_that_is_not_there() {
        shop("S-7", "别处的店");
        String own = report("S-7").json().at("/place/committee").asString();
        String other = own.equals("c01") ? "c02" : "c01";
        Answer refused = product.signedIn("inspector-" + other).post("/api/v1/cases", matter("S-7"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.get("code")).isEqualTo("case.no-such-record");
        assertThat(refused.text()).doesNotContain("别处的店");
        Answer taken = product.signedIn("inspector-" + own).post("/api/v1/cases", matter("S-7"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    }

    @Test
    void earlier_cases_within_the_days_count_unless_they_came_to_nothing() {
        shop("S-2", "小李面馆");
        withdraw(report("S-2"));
        report("S-2");
        assertThat(earlier(report("S-2"))).isEqualTo(1);
        assertThat(earlier(report("S-2"))).isEqualTo(2);
        JdbcClient.create(product.database().dataSource())
                .sql(
                        "update casework.cases set reported_at = reported_at - interval '181 days' where subject_key = 'S-2'")
                .update();
        assertThat(earlier(report("S-2"))).isZero();
    }

    @Test
    void the_third_time_the_dispatch_table_names_the_lead_with_its_line() {
        shop("S-3", "阿三烧烤");
        report("S-3");
        report("S-3");
        JsonNode third = report("S-3").json();
        assertThat(third.at("/ruling/source/file").asString()).isEqualTo("cases/encroachment.yaml");
        assertThat(third.path("urgency").asString()).isEqualTo("urgent");
        JsonNode suggested = operator.get("/api/v1/cases/" + third.path("id").asString() + "/suggestions")
                .json()
                .at("/lead/0");
        assertThat(suggested.path("unit").asString()).isEqualTo("chengguan");
        assertThat(suggested.at("/byTable/version").asString()).isEqualTo("1.3.0");
    }

    @Test
    void who_comes_again_is_listed_with_the_latest_case_and_can_be_taken_away() {
        shop("S-4", "=王记包子");
        shop("S-5", "一次而已");
        report("S-5");
        report("S-4");
        String latest = report("S-4").get("number");
        JsonNode list = operator.get("/api/v1/cases/repeats?category=E0501").json();
        assertThat(list.path("days").asInt()).isEqualTo(180);
        JsonNode row = list.path("items")
                .valueStream()
                .filter(one -> one.at("/subject/key").asString().equals("S-4"))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("cases").asInt()).isEqualTo(2);
        assertThat(row.path("number").asString()).isEqualTo(latest);
        assertThat(list.toString()).doesNotContain("一次而已");
        Answer table = operator.get("/api/v1/cases/repeats/export.csv?category=E0501");
        assertThat(table.header("Content-Disposition")).contains("repeats-E0501-");
        assertThat(table.text()).contains("'=王记包子").contains(latest);
        assertThat(operator.get("/api/v1/cases/repeats?category=E0503").get("code"))
                .isEqualTo("case.counts-no-repeats");
    }

    @Test
    void the_row_of_the_case_says_what_it_is_about() {
        shop("S-6", "对账小店");
        String id = report("S-6").get("id");
        List<String> columns = JdbcClient.create(product.database().dataSource())
                .sql(
                        "select subject_register || ' ' || subject_key || ' ' || subject_label || ' ' || repeats from casework.cases where id = ?::uuid")
                .param(id)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(columns).containsExactly("shop S-6 对账小店 0");
    }

    private static void shop(String number, String name) {
        Answer made = operator.post(
                "/api/v1/registers/shop/entries",
                Map.of(
                        "data",
                        Map.of("number", number, "name", name, "industry", "food"),
                        "lon",
                        121.5399,
                        "lat",
                        31.2716));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static Answer report(String shop) {
        return operator.post("/api/v1/cases", matter(shop));
    }

    private static Map<String, Object> matter(String shop) {
        return Map.of(
                "category", "E0501", "description", "货物摆到人行道上", "place", PLACE, "answers", Map.of("premises", shop));
    }

    private static int earlier(Answer reported) {
        assertThat(reported.status()).as(reported.text()).isEqualTo(201);
        return reported.json().at("/repeats/earlier").asInt(-1);
    }

    private static void withdraw(Answer reported) {
        Answer gone = operator.post(
                "/api/v1/cases/" + reported.get("id") + "/actions/withdraw", Map.of("reason", "by-mistake"));
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    }
}
