package org.yiwang.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.hotline.HotlineWorld.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.hotline.model.OrderKind;
import tools.jackson.databind.JsonNode;

/** Orders between the two platforms, over the wire. */
@Tag("database")
class OrderLifeTest {
    private static final String FOUND = "经现场核实情况属实，已安排保洁清理楼道并约谈物业经理，明确每日巡查。";

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

    @BeforeEach
    void nothingIsPlanned() {
        upper.plan();
    }

    @AfterAll
    static void stop() {
        upper.close();
    }

    @Test
    void an_order_lives_through_return_extension_and_supervision_to_a_second_handling_and_a_satisfied_visit()
            throws Exception {
        String no = "LIFE-1";
        upper.order(no, Map.of());
        pull.turn(TENANT, client);
        assertThat(clock(no, "whole").path("limit").path("amount").asInt()).isEqualTo(15);
        world.step(world.operator, no, "accept", Map.of());
        world.step(world.operator, no, "dispatch", Map.of("unit", "fangguan"));
        world.step(world.head, no, "ask-return", Map.of("reason", "not-our-duty", "note", "属城管中队职责"));
        world.step(world.operator, no, "grant-return", Map.of());
        world.step(world.operator, no, "dispatch", Map.of("unit", "fangguan"));
        world.step(world.head, no, "claim", Map.of());
        upper.tell(no, "supervision", Map.of("note", "市级督办：请加快办理"));
        pull.turn(TENANT, client);
        assertThat(world.subject(no).path("supervision").asInt()).isEqualTo(2);
        world.step(
                world.head,
                no,
                "ask-extension",
                Map.of("limit", Map.of("amount", 3, "unit", "working-days"), "reason", "material"));
        world.sendUntil(client, no, 6);
        assertThat(refused(world.operator.post(path(no, "grant-extension"), Map.of())))
                .isEqualTo("hotline.extension-above");
        String before = clock(no, "handle").path("dueAt").asString();
        upper.tell(no, "extension-review", Map.of("granted", true, "note", "同意"));
        pull.turn(TENANT, client);
        assertThat(clock(no, "handle").path("dueAt").asString()).isGreaterThan(before);

        assertThat(refused(world.head.post(path(no, "feedback"), Map.of("note", "已处理。"))))
                .isEqualTo("hotline.note-empty");
        assertThat(refused(world.head.post(path(no, "feedback"), Map.of("note", "我们一定会加强管理，请居民朋友们放心，谢谢监督。"))))
                .isEqualTo("hotline.note-part-missing");
        world.step(world.head, no, "feedback", Map.of("note", FOUND));
        world.step(world.operator, no, "pass", Map.of());
        world.step(world.operator, no, "close", Map.of("answer", FOUND));
        assertThat(refused(world.operator.post(path(no, "visit"), Map.of("reached", true, "satisfaction", 1))))
                .isEqualTo("hotline.reason-missing");
        world.step(
                world.operator,
                no,
                "visit",
                Map.of("reached", true, "satisfaction", 1, "solved", false, "reason", "partly-solved"));
        Answer again = world.operator.post("/api/v1/hotline/orders/" + no + "/again", Map.of("note", "二楼仍有堆物"));
        assertThat(again.status()).as(again.text()).isEqualTo(204);
        JsonNode second = world.subject(no);
        assertThat(second.path("lead").asString()).isEqualTo("fangguan");
        assertThat(second.path("state").asString()).isEqualTo("dispatched");
        assertThat(clock(no, "whole").path("limit").path("amount").asInt())
                .as("less time")
                .isEqualTo(5);
        world.step(world.head, no, "claim", Map.of());
        world.step(world.head, no, "feedback", Map.of("note", FOUND));
        world.step(world.operator, no, "pass", Map.of());
        world.step(world.operator, no, "close", Map.of("answer", FOUND));
        world.step(world.operator, no, "visit", Map.of("reached", true, "satisfaction", 5, "solved", true));
        world.sendUntil(client, no, 13);
        assertThat(upper.acts(no))
                .containsExactly(
                        "receipt",
                        "accepted",
                        "assigned",
                        "assigned",
                        "handling",
                        "extension",
                        "closed",
                        "visited",
                        "reopened",
                        "assigned",
                        "handling",
                        "closed",
                        "visited");
        assertThat(upper.kept(no).path("status").asString()).isEqualTo("YHF");
        JsonNode order = order(no);
        assertThat(order.path("firstUnit").asString()).isEqualTo("fangguan");
        assertThat(order.path("passed").asInt()).isEqualTo(1);
        assertThat(order.path("again").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_not_ours_goes_back_with_its_ground_and_comes_to_rest_when_the_upper_platform_agrees()
            throws Exception {
        upper.order("BACK-1", Map.of());
        upper.order("BACK-2", Map.of());
        pull.turn(TENANT, client);
        for (String no : List.of("BACK-1", "BACK-2")) {
            Map<String, Object> why = Map.of("reason", "municipal", "ground", "市、区两级权力清单", "note", "属市级单位管理");
            assertThat(world.operator
                            .post("/api/v1/hotline/orders/" + no + "/return", why)
                            .status())
                    .isEqualTo(204);
            assertThat(refused(world.operator.post("/api/v1/hotline/orders/" + no + "/return", why)))
                    .isEqualTo("hotline.asked-already");
            world.sendUntil(client, no, 2);
            assertThat(upper.kept(no).path("status").asString()).isEqualTo("TDSQ");
        }
        upper.tell("BACK-1", "return-review", Map.of("granted", true, "note", "同意退单"));
        upper.tell("BACK-2", "return-review", Map.of("granted", false, "note", "属街道职责"));
        pull.turn(TENANT, client);
        assertThat(world.subject("BACK-1").path("state").asString()).isEqualTo("withdrawn");
        assertThat(world.subject("BACK-2").path("state").asString()).isEqualTo("reported");
        assertThat(order("BACK-2").path("reviews").path(0).path("state").asString())
                .isEqualTo("refused");
    }

    @Test
    void a_call_is_on_record_with_its_number_masked_and_three_in_a_row_are_one_attempt() {
        String no = "CALL-1";
        upper.order(no, Map.of("phone", "13998761234"));
        pull.turn(TENANT, client);
        for (int i = 0; i < 3; i++) call(no, "no-answer", "响铃无人接听");
        assertThat(clock(no, "first-contact").path("outcome").asString()).isEqualTo("running");
        call(no, "reached", "约定明天上门");
        assertThat(clock(no, "first-contact").path("outcome").asString()).isEqualTo("met");
        JsonNode calls = order(no).path("calls");
        assertThat(calls.size()).isEqualTo(4);
        assertThat(calls.path(3).path("number").asString()).isEqualTo("139****1234");
        assertThat(world.count(
                        "select count(*)::int from hotline.call where number like '%9876%' or note like '%9876%'"))
                .isZero();
    }

    @Test
    void messages_that_come_twice_reversed_late_or_with_a_fault_have_one_effect() throws Exception {
        for (int i = 0; i < 6; i++) upper.order("ODD-" + i, Map.of());
        HttpUpperPlatform hasty = upper.client(Duration.ofMillis(800));
        for (String fault : List.of("error", "slow", "error-after")) {
            upper.plan(fault);
            assertThatThrownBy(() -> pull.turn(TENANT, hasty)).isInstanceOf(UpperPlatform.Unavailable.class);
        }
        // The client asks once more by itself when a connection ends without an answer.
        upper.plan("lost", "twice", "reversed");
        pull.turn(TENANT, client);
        assertThat(world.count("select count(*)::int from hotline.orders where no like 'ODD-%'"))
                .isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            upper.plan("lost", "error-after", "slow");
            world.sendUntil(hasty, "ODD-" + i, 1);
            assertThat(upper.acts("ODD-" + i)).containsExactly("receipt");
        }
    }

    @Test
    void what_nobody_can_read_is_kept_for_a_person_and_holds_nothing_up() {
        upper.order("STRANGE-1", Map.of("kind", "XX"));
        upper.order("STRANGE-2", Map.of("content", ""));
        upper.order("PLAIN-1", Map.of());
        pull.turn(TENANT, client);
        JsonNode messages = world.operator.get("/api/v1/hotline/upper").json().path("messages");
        assertThat(messages.valueStream().map(one -> one.path("no").asString()))
                .contains("STRANGE-1", "STRANGE-2")
                .doesNotContain("PLAIN-1");
        assertThat(world.count("select count(*)::int from hotline.orders where no = 'PLAIN-1'"))
                .isEqualTo(1);
        assertThat(world.count("select count(*)::int from hotline.message where sealed like '%1381234%'"))
                .isZero();
    }

    @Test
    void a_night_takes_in_what_is_missing_and_tells_again_what_is_not_known_above() throws Exception {
        upper.order("NIGHT-1", Map.of("receivedAt", "2021-11-08T10:00:00+08:00"));
        upper.order("NIGHT-2", Map.of("receivedAt", "2021-11-08T11:00:00+08:00"));
        pull.turn(TENANT, client);
        for (String no : List.of("NIGHT-1", "NIGHT-2")) world.sendUntil(client, no, 1);
        upper.order("NIGHT-3", Map.of("receivedAt", "2021-11-08T12:00:00+08:00", "status", "DQS"));
        world.sql()
                .sql("update hotline.orders set told = 'YBJ' where no = 'NIGHT-2'")
                .update();
        world.sql()
                .sql(
                        "insert into hotline.orders (tenant, no, kind, urgent, category, received_at, placed, linked, taken_at, case_id, now_case, told)"
                                + " select tenant, 'NIGHT-4', kind, urgent, category, received_at, placed, linked, taken_at, case_id, now_case, told"
                                + " from hotline.orders where no = 'NIGHT-1'")
                .update();
        LocalDate day = LocalDate.of(2021, 11, 8);
        world.product.bean(CompareNight.class).run(TENANT, client, day);
        JsonNode found =
                world.operator.get("/api/v1/hotline/upper/nights/" + day).json().path("items");
        assertThat(found.valueStream()
                        .map(one -> one.path("no").asString() + " "
                                + one.path("kind").asString() + " "
                                + one.path("done").asString()))
                .containsExactly(
                        "NIGHT-2 status-differs told", "NIGHT-3 missing-here taken", "NIGHT-4 missing-above person");
        world.sendUntil(client, "NIGHT-2", 2);
        assertThat(upper.kept("NIGHT-2").path("status").asString()).isEqualTo("YBJ");
        assertThat(world.count("select count(*)::int from hotline.orders where no = 'NIGHT-3'"))
                .isEqualTo(1);
    }

    @Test
    void what_was_given_up_stands_at_the_desk_with_its_reason_and_goes_again_by_a_night_or_a_person() throws Exception {
        for (int i = 1; i <= 3; i++) upper.order("GIVEN-" + i, Map.of());
        pull.turn(TENANT, client);
        world.clock.pass(Duration.ofDays(1).plusMinutes(1));
        upper.plan("error", "error", "error");
        world.send.turn(TENANT, client);
        JsonNode state = world.operator.get("/api/v1/hotline/upper").json();
        assertThat(state.path("counts").path("dead").asInt()).isEqualTo(3);
        JsonNode first = given(state, "GIVEN-1");
        assertThat(first.path("trouble").asString()).startsWith("500");
        assertThat(first.path("refused").asBoolean()).isFalse();
        assertThat(first.path("givenUpAt").asString()).isNotEmpty();

        world.sql()
                .sql("update hotline.push set refused = true where order_no = 'GIVEN-2'")
                .update();
        world.nights().run(TENANT, client, LocalDate.of(2021, 11, 7));
        world.send.turn(TENANT, client);
        assertThat(upper.acts("GIVEN-1")).containsExactly("receipt");
        assertThat(upper.acts("GIVEN-3")).containsExactly("receipt");
        assertThat(upper.acts("GIVEN-2"))
                .as("what was refused waits for a person")
                .isEmpty();
        assertThat(world.count("select sent_again from hotline.night where day = date '2021-11-07'"))
                .isEqualTo(2);

        assertThat(world.handler
                        .post("/api/v1/hotline/upper/pushes/again", Map.of())
                        .status())
                .isEqualTo(403);
        Answer again = world.operator.post("/api/v1/hotline/upper/pushes/again", Map.of());
        assertThat(again.json().path("count").asInt()).isEqualTo(1);
        JsonNode waiting = given(world.operator.get("/api/v1/hotline/upper").json(), "GIVEN-2");
        assertThat(waiting.path("again").asInt()).isEqualTo(1);
        assertThat(waiting.path("againBy").asString()).isNotEmpty();
        world.send.turn(TENANT, client);
        assertThat(upper.acts("GIVEN-2")).containsExactly("receipt");
        assertThat(world.count("select count(*)::int from platform.audit where stream = 'hotline/pushes'"))
                .isEqualTo(1);
    }

    private static JsonNode given(JsonNode state, String no) {
        return state.path("pushes")
                .valueStream()
                .filter(one -> one.path("no").asString().equals(no))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_hotline_case_that_has_no_order_gets_one_once_with_its_first_receiver_and_its_calls() {
        Answer taken = world.operator.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        "H0201",
                        "description",
                        "店家占道",
                        "place",
                        RunningProduct.PLACE,
                        "channel",
                        "hotline",
                        "reporter",
                        Map.of("name", "沈女士", "phone", "13612345678")));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        String path = "/api/v1/cases/" + taken.get("id") + "/actions/";
        world.operator.post(path + "accept", Map.of());
        world.operator.post(path + "contact", Map.of("reached", true, "note", "已了解情况"));
        world.operator.post(path + "dispatch", Map.of("unit", "chengguan"));
        EnterPastOrders past = world.product.bean(EnterPastOrders.class);
        past.enter(TENANT, (category, number) -> OrderKind.REPORT);
        assertThat(past.enter(TENANT, (category, number) -> OrderKind.HELP)).isZero();
        JsonNode order = world.operator
                .get("/api/v1/hotline/cases/" + taken.get("id") + "/orders")
                .json()
                .path("items")
                .path(0);
        assertThat(order.path("kind").asString()).isEqualTo("report");
        assertThat(order.path("firstUnit").asString()).isEqualTo("chengguan");
        assertThat(order.path("calls").path(0).path("number").asString()).isEqualTo("136****5678");
        assertThat(order.path("linked").asBoolean()).isFalse();
    }

    private static void call(String no, String result, String note) {
        Answer answer = world.operator.post(
                "/api/v1/hotline/cases/" + world.caseOf(no) + "/calls",
                Map.of("no", no, "result", result, "note", note));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
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

    /** The latest round of a clock. */
    private static JsonNode clock(String no, String name) {
        return world.subject(no)
                .path("clocks")
                .valueStream()
                .filter(clock -> clock.path("name").asString().equals(name))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String path(String no, String action) {
        return "/api/v1/cases/" + world.caseOf(no) + "/actions/" + action;
    }

    private static String refused(Answer answer) {
        return answer.json().path("code").asString("not refused: " + answer.text());
    }
}
