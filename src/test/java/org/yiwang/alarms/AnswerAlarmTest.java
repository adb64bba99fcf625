package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.demonstration.drawing.Drawing;
import tools.jackson.databind.JsonNode;

/** What people tell of an alarm from its place, and what comes of what they say. */
@Tag("database")
class AnswerAlarmTest {
    private final CaseAlarmWorld world = CaseAlarmWorld.start();

    @Test
    void an_answer_with_a_photo_stands_with_the_alarm_and_in_its_case_in_the_persons_own_name() throws IOException {
        String alarm = world.raise(world.lift(), "ebike", Severity.MAJOR);
        String subject = world.caseOf(alarm);
        String committee = world.alarm(alarm).at("/alarm/committee").asString();
        HttpVisitor officer = world.product.signedIn("committee-" + committee);
        assertThat(act(officer, alarm, Map.of("act", "go")).status()).isEqualTo(204);
        String photo = photo(officer);
        Answer answered = act(officer, alarm, Map.of("act", "answer", "words", "已劝离并登记车主", "photos", List.of(photo)));
        assertThat(answered.status()).as(answered.text()).isEqualTo(204);
        JsonNode told = world.alarm(alarm);
        assertThat(told.path("remarks")
                        .valueStream()
                        .map(one ->
                                one.path("act").asString() + one.path("photos").size()))
                .containsExactlyInAnyOrder("go0", "answer1");
        assertThat(told.at("/alarm/acknowledgedBy").isString()).isTrue();
        JsonNode events =
                world.operator.get("/api/v1/cases/" + subject + "/events").json();
        assertThat(events.path("items").valueStream().map(one -> one.path("note")
                        .asString("")))
                .contains("告警现场答复：已劝离并登记车主");
        assertThat(world.subject(subject).path("attachments").valueStream().map(one -> one.path("id")
                        .asString()))
                .contains(photo);
        assertThat(world.operator.get("/api/v1/attachments/" + photo).status()).isEqualTo(200);
    }

    @Test
    void the_same_answer_sent_twice_counts_once() {
        String alarm = world.raise(world.lift(), "ebike", Severity.MAJOR);
        world.caseOf(alarm);
        HttpVisitor phone = world.operator.with("Idempotency-Key", "answer-" + alarm);
        for (int i = 0; i < 2; i++)
            assertThat(act(phone, alarm, Map.of("act", "answer", "words", "到场无车"))
                            .status())
                    .isEqualTo(204);
        assertThat(world.alarm(alarm).path("remarks").size()).isEqualTo(1);
    }

    @Test
    void photos_of_an_alarm_without_a_case_are_refused_and_nothing_of_the_answer_is_kept() throws IOException {
        String alarm = world.raise(world.lift(), "ebike_often", Severity.MINOR);
        String photo = photo(world.operator);
        Answer answered = act(world.operator, alarm, Map.of("act", "answer", "words", "看过了", "photos", List.of(photo)));
        assertThat(answered.get("code")).isEqualTo("alarms.no-case-for-photos");
        assertThat(world.alarm(alarm).path("remarks").size()).isZero();
        assertThat(act(world.operator, alarm, Map.of("act", "answer", "words", "看过了"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void an_inspector_sees_the_alarms_of_the_own_place_and_of_no_other() {
        String alarm = world.raise(world.lift(), "ebike", Severity.MAJOR);
        String committee = world.alarm(alarm).at("/alarm/committee").asString();
        String other = committee.equals("c01") ? "c02" : "c01";
        assertThat(board(world.product.signedIn("inspector-" + committee))).contains(alarm);
        assertThat(board(world.product.signedIn("inspector-" + other))).doesNotContain(alarm);
    }

    @Test
    void the_board_has_the_worst_first_and_of_these_the_latest_and_nothing_that_was_called_false() {
        String minor = world.raise(world.lift(), "offline", Severity.MINOR);
        String critical = world.raise(world.lift(), "trapped", Severity.CRITICAL);
        String wrong = world.raise(world.lift(), "trapped", Severity.CRITICAL);
        world.judge(wrong, "false", "演练");
        List<String> board = board(world.operator);
        assertThat(board).doesNotContain(wrong);
        assertThat(board.indexOf(critical)).isLessThan(board.indexOf(minor));
        world.becomes(critical, What.CLEARED, Severity.CRITICAL);
        assertThat(board(world.operator)).doesNotContain(critical);
    }

    @Test
    void three_confirmed_alarms_of_a_house_within_a_month_call_for_one_visit_with_the_alarms_as_evidence() {
        String serial = world.lift();
        String house = world.houseOf(serial);
        String beside = world.liftIn(house);
        List<String> alarms = List.of(
                world.raise(serial, "ebike", Severity.MAJOR),
                world.raise(beside, "ebike", Severity.MAJOR),
                world.raise(serial, "ebike", Severity.MAJOR),
                world.raise(serial, "ebike", Severity.MAJOR));
        alarms.forEach(world::caseOf);
        world.judge(alarms.get(0), "true", "");
        world.judge(alarms.get(1), "true", "");
        world.judge(alarms.get(2), "false", "婴儿车");
        world.judge(alarms.get(2), "true", "核对录像确为电动车");
        world.until("visit", () -> world.alarm(alarms.get(0)).path("visit").isString());
        String item = world.alarm(alarms.get(0)).path("visit").asString();
        assertThat(alarms.subList(0, 3))
                .allMatch(one -> world.alarm(one).path("visit").asString().equals(item));
        JsonNode asked = world.product
                .signedIn("chief")
                .get("/api/v1/lists/items/" + item)
                .json();
        assertThat(asked.toString()).contains("上门走访：试验楼 " + house).contains(beside);
        world.judge(alarms.get(3), "true", "");
        String sign = world.raise(world.lift(), "ebike", Severity.MAJOR);
        world.caseOf(sign);
        assertThat(world.alarm(alarms.get(3)).path("visit").isString()).isFalse();
    }

    @Test
    void how_often_a_device_cries_wolf_is_told_with_how_many_were_judged() {
        String serial = world.lift();
        for (int i = 0; i < 4; i++) {
            String alarm = world.raise(serial, "fault", Severity.MAJOR);
            if (i < 3) world.judge(alarm, i == 0 ? "true" : "false", "核实");
        }
        JsonNode rate = world.operator
                .get("/api/v1/alarms/rates?device=" + serial)
                .json()
                .at("/items/0");
        assertThat(rate.path("judged").asInt()).isEqualTo(3);
        assertThat(rate.path("wrong").asInt()).isEqualTo(2);
        assertThat(rate.path("percent").asInt()).isEqualTo(67);
    }

    @Test
    void who_took_a_device_out_of_use_until_when_and_why_stands_in_the_audit_trail() {
        String serial = world.lift();
        String path = "/api/v1/alarms/maintenance/" + serial;
        assertThat(world.operator.put(path, Map.of("hours", 2, "reason", "年检")).status())
                .isEqualTo(204);
        assertThat(world.operator.get(path).get("reason")).isEqualTo("年检");
        assertThat(world.operator.delete(path).status()).isEqualTo(204);
        List<String> trail = world.db
                .sql(
                        "select action || detail from platform.audit where stream = 'device-maintenance' and detail like ? order by seq")
                .param("%" + serial + "%")
                .query(String.class)
                .list();
        assertThat(trail).hasSize(2);
        assertThat(trail.getFirst())
                .startsWith("maintenance-begun")
                .contains("年检")
                .contains("until");
        assertThat(trail.getLast()).startsWith("maintenance-ended");
    }

    private static List<String> board(HttpVisitor who) {
        return who.get("/api/v1/alarms/board?limit=200")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static Answer act(HttpVisitor who, String alarm, Map<String, ?> body) {
        return who.post("/api/v1/alarms/" + alarm + "/acts", body);
    }

    private static String photo(HttpVisitor who) throws IOException {
        return who.upload("/api/v1/attachments", "lift.jpg", Drawing.jpeg("shop", true, 0))
                .get("id");
    }
}
