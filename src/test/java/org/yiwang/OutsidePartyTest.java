package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.attachment.Photos;
import org.yiwang.organisation.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of an outside party get what was given to their unit, and nothing else by any operation of the interface document. */
@Tag("database")
@Timeout(300)
class OutsidePartyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> PLACE =
            Map.of("lon", 121.5399, "lat", 31.2716, "address", "长阳路 1526 号地铁口");
    private static final String REPORTER = "皇甫静娴";
    private static final String PHONE = "13651234567";
    private static final String INSIDE = "内部意见：先不要告诉企业罚款的事";
    private static final Set<String> FREE = Set.of("/api/v1/session", "/api/v1/progress", "/api/v1/worktime/calendar");

    private static RunningProduct product;
    private static JsonNode document;
    private static HttpVisitor operator;
    private static HttpVisitor party;

    @BeforeAll
    static void start() throws IOException {
        product = RunningProduct.start();
        document = JSON.readTree(Files.readString(OpenApiTest.KEPT, UTF_8));
        operator = product.signedIn("operator");
        party = product.signedIn("qingcheng");
    }

    @Test
    void every_operation_that_is_not_opened_to_parties_is_closed_to_them() {
        Set<String> open = Set.copyOf(Access.openToParties());
        List<String> passed = new ArrayList<>();
        String foreign = registered("眉州路夜排档占道", "E0501").get("id").asString();
        int asked = 0;
        for (String operation : operations()) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            if (open.contains(operation) || isForAnybody(path)) continue;
            for (String value : List.of("c01", foreign)) {
                asked++;
                Answer answer = party.send(
                        operation.substring(0, operation.indexOf(' ')),
                        path.replaceAll("\\{[^}]+}", value),
                        "{}".getBytes(UTF_8));
                if (answer.status() != 403 || !answer.get("code").equals("access.closed"))
                    passed.add(operation + " " + value + " → " + answer.status() + " " + answer.text());
            }
        }
        assertThat(passed).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    @Test
    void every_operation_opened_to_parties_is_one_of_the_document() {
        assertThat(operations()).containsAll(Access.openToParties());
    }

    @Test
    void a_case_of_somebody_else_does_not_exist_for_a_party_by_any_way() {
        String title = "临青路水果店占道" + System.nanoTime();
        JsonNode foreign = registered(title, "E0501");
        String id = foreign.get("id").asString();
        act(operator, id, "accept", Map.of());
        act(operator, id, "dispatch", Map.of("unit", "chengguan"));
        String photo =
                operator.upload("/api/v1/attachments", "before.jpg", jpeg()).get("id");
        act(
                operator,
                id,
                "comment",
                Map.of("note", "照片", "attachments", List.of(Map.of("id", photo, "kind", "other"))));

        for (String path : List.of("", "/events", "/clocks/handle/explanation"))
            assertThat(party.get("/api/v1/cases/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        assertThat(party.get("/api/v1/cases/by-number/" + foreign.get("number").asString())
                        .status())
                .isEqualTo(404);
        for (String action : List.of("claim", "comment", "ask-return", "contact", "dispatch", "withdraw"))
            assertThat(party.post("/api/v1/cases/" + id + "/actions/" + action, Map.of("note", "x"))
                            .status())
                    .as(action)
                    .isEqualTo(404);
        assertThat(party.get("/api/v1/attachments/" + photo).status()).isEqualTo(404);
        assertThat(party.get("/api/v1/attachments/" + photo + "/thumbnail").status())
                .isEqualTo(404);
        for (String view : List.of("queue", "mine", "unit", "late", "soon", "watch", "open", "all"))
            assertThat(party.get("/api/v1/cases?limit=200&view=" + view).text())
                    .as(view)
                    .doesNotContain(id)
                    .doesNotContain(title);
        assertThat(party.get("/api/v1/cases?unit=chengguan").json().get("total").asInt())
                .isZero();
        assertThat(party.get("/api/v1/notices").text()).doesNotContain(id);
    }

    @Test
    void a_party_sees_the_matter_and_its_own_part_of_the_story_but_neither_the_reporter_nor_what_was_said_inside() {
        String id = registered("长阳路共享单车堆满人行道", "E0506").get("id").asString();
        act(operator, id, "comment", Map.of("note", INSIDE));
        act(operator, id, "accept", Map.of());
        act(operator, id, "contact", Map.of("reached", true, "note", "已与" + REPORTER + "通话"));
        act(operator, id, "dispatch", Map.of("unit", "bike-qingcheng", "note", "请两小时内清走，联系人电话 " + PHONE));
        act(operator, id, "comment", Map.of("note", INSIDE));

        JsonNode seen = party.get("/api/v1/cases/" + id).json();
        assertThat(seen.get("title").asString()).contains("共享单车");
        assertThat(seen.get("reports")).isEmpty();
        assertThat(seen.get("contacts")).isEmpty();
        assertThat(seen.get("clocks"))
                .extracting(clock -> clock.get("name").asString())
                .containsExactlyInAnyOrder("claim", "handle");
        JsonNode events = party.get("/api/v1/cases/" + id + "/events").json().get("items");
        assertThat(events).extracting(event -> event.get("action").asString()).containsExactly("dispatch");
        assertThat(events.get(0).get("note").asString()).contains("请两小时内清走").contains("136****");
        String all = String.join(
                "\n",
                seen.toString(),
                events.toString(),
                party.get("/api/v1/cases").text(),
                party.get("/api/v1/dictionary").text(),
                party.get("/api/v1/notices").text());
        assertThat(all).doesNotContain(REPORTER, PHONE, INSIDE, "袁春梅");
        assertThat(party.get("/api/v1/cases/" + id + "/clocks/whole/explanation")
                        .status())
                .isEqualTo(404);
        assertThat(product.signedIn("lanjing").get("/api/v1/cases/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void a_party_claims_asks_for_more_time_and_reports_back_with_a_photo() {
        String id = given("杨树浦路单车倒伏一片");
        assertThat(offers(id)).contains("claim", "ask-return", "comment").doesNotContain("contact", "answer", "assign");
        act(party, id, "claim", Map.of());
        assertThat(offers(id)).contains("feedback", "ask-extension").doesNotContain("contact", "answer");
        act(
                party,
                id,
                "ask-extension",
                Map.of("limit", Map.of("amount", 1, "unit", "working-hours"), "reason", "access"));
        act(operator, id, "refuse-extension", Map.of("note", "请按时"));
        act(product.signedIn("supervisor"), id, "supervise", Map.of("note", "今天必须清完"));
        act(party, id, "acknowledge", Map.of());
        String photo = party.upload("/api/v1/attachments", "after.jpg", jpeg()).get("id");
        act(
                party,
                id,
                "feedback",
                Map.of("note", "已清走 40 辆", "attachments", List.of(Map.of("id", photo, "kind", "after"))));
        assertThat(operator.get("/api/v1/cases/" + id).get("state")).isEqualTo("done");
        assertThat(operator.get("/api/v1/attachments/" + photo).status()).isEqualTo(200);
        assertThat(party.post("/api/v1/cases/" + id + "/actions/pass", Map.of("note", "好了"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void once_a_case_has_gone_to_another_unit_it_is_gone_for_the_party() {
        String id = given("江浦路单车堵住出入口");
        act(party, id, "ask-return", Map.of("reason", "other-owner", "note", "不是我司车辆"));
        act(operator, id, "grant-return", Map.of());
        assertThat(party.get("/api/v1/cases/" + id).status()).isEqualTo(404);
        assertThat(party.get("/api/v1/cases?limit=200").text()).doesNotContain(id);
    }

    @Test
    void what_was_written_while_a_case_lay_with_another_company_is_not_told_when_it_comes_back() {
        String id = given("齐齐哈尔路单车堆在桥下");
        act(operator, id, "urge", Map.of("note", "青橙：先派两个人去"));
        act(party, id, "ask-return", Map.of("reason", "other-owner", "note", "大多是蓝鲸的车"));
        act(operator, id, "grant-return", Map.of());
        act(operator, id, "dispatch", Map.of("unit", "bike-lanjing", "note", "蓝鲸：贵司上月已两次超时"));
        act(operator, id, "redispatch", Map.of("unit", "bike-qingcheng", "reason", "wrong-unit", "note", "青橙：请清运"));
        String events = party.get("/api/v1/cases/" + id + "/events").text();
        assertThat(events).contains("先派两个人去", "请清运").doesNotContain("上月已两次超时");
    }

    @Test
    void whose_help_is_no_longer_wanted_does_not_see_the_case_any_more() {
        String title = "眉州路单车与摊位混放" + System.nanoTime();
        String id = helping(title);
        String photo =
                operator.upload("/api/v1/attachments", "before.jpg", jpeg()).get("id");
        act(
                operator,
                id,
                "comment",
                Map.of("note", "照片", "attachments", List.of(Map.of("id", photo, "kind", "other"))));
        assertThat(party.get("/api/v1/cases/" + id).status()).isEqualTo(200);
        act(product.signedIn("handler-chengguan"), id, "ask-return", Map.of("reason", "not-our-duty", "note", "属市场管理"));
        act(operator, id, "grant-return", Map.of());
        act(operator, id, "dispatch", Map.of("unit", "shichang", "note", "店主电话另告"));
        assertThat(party.get("/api/v1/cases/" + id).status()).isEqualTo(404);
        assertThat(party.get("/api/v1/cases/" + id + "/events").status()).isEqualTo(404);
        assertThat(party.get("/api/v1/attachments/" + photo).status()).isEqualTo(404);
        for (String view : List.of("unit", "open", "all"))
            assertThat(party.get("/api/v1/cases?limit=200&view=" + view).text()).doesNotContain(title);
    }

    @Test
    void who_has_helped_already_is_not_told_what_was_written_to_others_afterwards() {
        String id = helping("长阳路单车与摊位混放");
        act(product.signedIn("handler-chengguan"), id, "claim", Map.of());
        act(party, id, "assist-done", Map.of("note", "已清走"));
        act(operator, id, "redispatch", Map.of("unit", "shichang", "reason", "wrong-unit", "note", "市场所：店主有前科"));
        String events = party.get("/api/v1/cases/" + id + "/events").text();
        assertThat(events).contains("已清走").doesNotContain("店主有前科");
    }

    @Test
    void telephone_numbers_in_what_somebody_answered_are_hidden_from_a_party() {
        Answer reported = operator.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        "E0501",
                        "description",
                        "货物占道",
                        "place",
                        PLACE,
                        "answers",
                        Map.of("shop", "张记 " + PHONE, "extent", "half")));
        assertThat(reported.status()).as(reported.text()).isEqualTo(201);
        String id = reported.get("id");
        act(operator, id, "accept", Map.of());
        act(operator, id, "dispatch", Map.of("unit", "bike-qingcheng"));
        String seen = party.get("/api/v1/cases/" + id).text();
        assertThat(seen).contains("张记 136****", "约一半").doesNotContain(PHONE);
    }

    @Test
    void the_live_stream_is_silent_about_foreign_cases_and_tells_of_the_own_ones_without_names() throws Exception {
        String foreign = registered("通北路占道修车摊", "E0501").get("id").asString();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        var stream = party.open("/api/v1/live");
        Thread.ofVirtual().start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) heard.add(line);
            } catch (IOException closed) {
                heard.add("closed");
            }
        });
        assertThat(until(heard, "hello")).contains("hello");
        act(operator, foreign, "accept", Map.of());
        act(operator, foreign, "dispatch", Map.of("unit", "chengguan"));
        String own = given("怀德路单车占了盲道");
        String told = until(heard, own);
        stream.body().close();
        assertThat(told).contains(own).doesNotContain(foreign).doesNotContain("袁春梅");
    }

    @Test
    void an_administrator_opens_a_party_with_an_account_that_can_hold_no_other_role() {
        HttpVisitor admin = product.signedIn("admin");
        String unit = "wuye-" + Long.toString(System.nanoTime(), 36);
        assertThat(admin.put(
                                "/api/v1/units/" + unit,
                                Map.of("name", "和美物业", "nameEn", "Hemei Property", "kind", "party"))
                        .status())
                .isEqualTo(200);
        assertThat(admit(admin, unit, List.of("party", "operator")).get("code")).isEqualTo("people.party-alone");
        assertThat(admit(admin, unit, List.of("handler")).get("code")).isEqualTo("people.party-unit");
        assertThat(admit(admin, "chengguan", List.of("party")).get("code")).isEqualTo("people.party-unit");
        assertThat(admit(admin, unit, List.of("party")).status()).isEqualTo(201);
    }

    private static Answer admit(HttpVisitor admin, String unit, List<String> roles) {
        Map<String, Object> person = new HashMap<>();
        person.put("login", "p" + Long.toString(System.nanoTime(), 36));
        person.put("name", "陈和");
        person.put("unit", unit);
        person.put("roles", roles);
        person.put("password", "long-enough-to-be-safe");
        return admin.post("/api/v1/staff", person);
    }

    /** A case of the squad with which the company helps. */
    private static String helping(String title) {
        String id = registered(title, "E0501").get("id").asString();
        act(operator, id, "accept", Map.of());
        Map<String, Object> task = Map.of("unit", "bike-qingcheng", "task", "清走单车");
        act(operator, id, "dispatch", Map.of("unit", "chengguan", "units", List.of(task)));
        return id;
    }

    private static String given(String title) {
        String id = registered(title, "E0506").get("id").asString();
        act(operator, id, "accept", Map.of());
        act(operator, id, "dispatch", Map.of("unit", "bike-qingcheng"));
        return id;
    }

    private static JsonNode registered(String title, String category) {
        Answer answer = operator.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        category,
                        "title",
                        title,
                        "description",
                        title + "，请回电 " + PHONE,
                        "place",
                        PLACE,
                        "reporter",
                        Map.of("name", REPORTER, "phone", PHONE)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static void act(HttpVisitor who, String id, String action, Map<String, Object> body) {
        Answer answer = who.post("/api/v1/cases/" + id + "/actions/" + action, body);
        assertThat(answer.status()).as(action + " " + answer.text()).isEqualTo(200);
    }

    private static List<String> offers(String id) {
        List<String> offers = new ArrayList<>();
        party.get("/api/v1/cases/" + id)
                .json()
                .get("actions")
                .forEach(offer -> offers.add(offer.get("id").asString()));
        return offers;
    }

    private static byte[] jpeg() {
        try {
            return Photos.jpeg(60, 40);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All that came up to the line with this word. */
    private static String until(BlockingQueue<String> heard, String word) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (all.indexOf(word) < 0 && System.nanoTime() < end) {
            String line = heard.poll(1, TimeUnit.SECONDS);
            if (line != null) all.append(line).append('\n');
        }
        return all.toString();
    }

    private static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, _) -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    private static boolean isForAnybody(String path) {
        return path.startsWith("/api/v1/public/") || path.startsWith("/open311/") || FREE.contains(path);
    }
}
