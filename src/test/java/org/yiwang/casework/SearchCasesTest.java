package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.RunningProduct;
import org.yiwang.organisation.SetClock;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;

/** The search as people use it, over HTTP and on a real database; each test has a word of its own. */
@Tag("database")
class SearchCasesTest {
    private static final RunningProduct PRODUCT = RunningProduct.start();
    private static final Tenant TENANT = new Tenant(310110018);
    private static final String CATEGORY = "E0501";

    private final HttpVisitor operator = PRODUCT.signedIn("operator");

    @Test
    void a_case_is_found_by_any_part_of_its_description() {
        String number = report("共享单车堆放在鹭鸶桥下，行人无法通过");
        assertThat(numbers("鹭鸶")).containsExactly(number);
        assertThat(numbers("鹭鸶桥下")).containsExactly(number);
        assertThat(numbers("堆放 鹭鸶桥")).containsExactly(number);
        assertThat(numbers("鹭鸶桥上")).isEmpty();
    }

    @Test
    void wide_forms_latin_and_digits_are_found_however_they_are_typed() {
        String number = report("ＸＱ商务楼b座0731室漏水");
        assertThat(numbers("xq商务")).containsExactly(number);
        assertThat(numbers("Ｂ座０７３１")).containsExactly(number);
        assertThat(numbers("73 漏水 xq")).containsExactly(number);
    }

    @Test
    void one_character_and_one_outside_the_basic_plane_are_found() {
        String number = report("面馆𠮷字招牌被风吹落，砸到龘字");
        assertThat(numbers("𠮷")).containsExactly(number);
        assertThat(numbers("龘")).containsExactly(number);
    }

    @Test
    void words_in_a_row_come_before_the_same_words_apart_and_the_newest_comes_first() {
        String row = report("琥珀 花园门口积水");
        String apart = report("花园里有人捡到琥珀");
        String later = report("花园东侧出售琥珀");
        assertThat(numbers("琥珀 花园")).containsExactly(row, later, apart);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) all.addFirst(report("蓬莱" + (i % 2 == 0 ? " 苑" : "新苑") + "第" + i + "件"));
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = operator.get("/api/v1/cases/search?limit=2&q=" + encoded("蓬莱 苑") + "&cursor=" + cursor)
                    .json();
            page.path("items")
                    .forEach(one -> read.add(one.path("item").path("number").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        List<String> phrases =
                all.stream().filter(number -> (all.indexOf(number)) % 2 == 0).toList();
        List<String> others =
                all.stream().filter(number -> (all.indexOf(number)) % 2 == 1).toList();
        List<String> expected = new ArrayList<>(phrases);
        expected.addAll(others);
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void a_note_is_found_as_soon_as_its_step_is_taken_and_shown_where_it_stands() {
        String number = report("路灯不亮，请尽快修复");
        String id = id(number);
        step(id, "comment", Map.of("note", "已联系翡翠照明公司到场"));
        JsonNode found = search("翡翠照明");
        assertThat(found.path("items").get(0).path("item").path("number").asString())
                .isEqualTo(number);
        assertThat(found.path("items").get(0).path("snippet").toString())
                .contains("{\"text\":\"翡翠照明\",\"isFound\":true}");
    }

    @Test
    void a_corrected_title_is_found_and_the_old_one_no_longer() {
        String number = report("门前有异味，像是茴香");
        step(id(number), "correct", Map.of("title", "油烟扰民牡丹阁"));
        assertThat(numbers("牡丹阁")).containsExactly(number);
        assertThat(numbers("茴香 牡丹阁")).containsExactly(number);
    }

    @Test
    void the_whole_number_and_a_part_of_it_find_the_case() {
        String number = report("编号检索用的一件");
        assertThat(numbers(number)).containsExactly(number);
        assertThat(numbers(number.substring(number.length() - 6) + " 编号检索用")).containsExactly(number);
    }

    @Test
    void a_unit_is_found_by_its_name_once_it_has_a_part_in_the_case() {
        String number = report("乱设摊，玳瑁小吃");
        Unit squad =
                PRODUCT.bean(Units.class).find(TENANT, new UnitId("chengguan")).orElseThrow();
        String name = squad.name().substring(0, 2);
        assertThat(numbers("玳瑁 " + name)).isEmpty();
        step(id(number), "accept", Map.of());
        step(id(number), "dispatch", Map.of("unit", "chengguan"));
        assertThat(numbers("玳瑁 " + name)).containsExactly(number);
    }

    @Test
    void nobody_finds_what_is_not_theirs_to_see() {
        String number = report("珊瑚里弄堂口堆物");
        String own = committeeOf(number);
        List<String> logins = committees();
        for (String login : logins) {
            HttpVisitor visitor = PRODUCT.signedIn(login);
            String unit = visitor.get("/api/v1/session")
                    .json()
                    .path("unit")
                    .path("id")
                    .asString(visitor.get("/api/v1/session").json().path("unit").asString(""));
            boolean mine = unit.equals(own);
            assertThat(numbers(visitor, "珊瑚里")).as(login + " of " + unit).isEqualTo(mine ? List.of(number) : List.of());
        }
        assertThat(logins).hasSizeGreaterThan(1);
    }

    @Test
    void the_list_narrowed_by_words_holds_what_the_search_finds() {
        String number = report("凤凰台阶破损");
        JsonNode page =
                operator.get("/api/v1/cases?view=open&q=" + encoded("凤凰台")).json();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("items").get(0).path("number").asString()).isEqualTo(number);
        assertThat(operator.get("/api/v1/cases?view=late&q=" + encoded("凤凰台"))
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_filter_narrows_what_is_found() {
        String number = report("孔雀廊下有积水");
        assertThat(operator.get("/api/v1/cases/search?category=E0506&q=" + encoded("孔雀廊"))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(numbers("孔雀廊")).containsExactly(number);
    }

    @Test
    void cases_older_than_the_search_become_searchable_by_themselves() {
        String number = report("玛瑙亭栏杆松动");
        step(id(number), "comment", Map.of("note", "物业称下周更换鸢尾护栏"));
        JdbcClient owner = JdbcClient.create(PRODUCT.database().dataSource());
        owner.sql("delete from casework.case_words where case_id = ?::uuid")
                .param(id(number))
                .update();
        assertThat(numbers("玛瑙亭")).isEmpty();
        PRODUCT.bean(IndexWords.class).run();
        assertThat(numbers("玛瑙亭 鸢尾")).containsExactly(number);
    }

    private String report(String description) {
        PRODUCT.bean(SetClock.class).pass(Duration.ofSeconds(1));
        Map<String, Object> matter = new HashMap<>();
        matter.put("category", CATEGORY);
        matter.put("description", description);
        matter.put("place", Map.of("lon", 121.5399, "lat", 31.2716, "address", "长阳路"));
        HttpVisitor.Answer answer = operator.post("/api/v1/cases", matter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.get("number");
    }

    private String id(String number) {
        return operator.get("/api/v1/cases/by-number/" + number).get("id");
    }

    private String committeeOf(String number) {
        return operator.get("/api/v1/cases/by-number/" + number)
                .json()
                .path("place")
                .path("committee")
                .asString();
    }

    private List<String> committees() {
        return JdbcClient.create(PRODUCT.database().dataSource())
                .sql("""
                     select min(s.login) from organisation.staff s join organisation.unit u on u.tenant = s.tenant and u.id = s.unit
                     where u.kind = 'committee' group by s.unit order by 1 limit 30
                     """)
                .query(String.class)
                .list();
    }

    private void step(String id, String action, Map<String, Object> body) {
        HttpVisitor.Answer answer = operator.post("/api/v1/cases/" + UUID.fromString(id) + "/actions/" + action, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode search(String q) {
        HttpVisitor.Answer answer = operator.get("/api/v1/cases/search?q=" + encoded(q));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> numbers(String q) {
        return numbers(operator, q);
    }

    private static List<String> numbers(HttpVisitor visitor, String q) {
        List<String> numbers = new ArrayList<>();
        visitor.get("/api/v1/cases/search?q=" + encoded(q))
                .json()
                .path("items")
                .forEach(one -> numbers.add(one.path("item").path("number").asString()));
        return numbers;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
