package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.follow.FollowAlarms;
import org.yiwang.demonstration.drawing.Drawing;
import tools.jackson.databind.JsonNode;

/** What alarms become among people: one case for a matter of a place, whatever the alarms do. */
@Tag("database")
class AlarmCaseTest {
    private final CaseAlarmWorld world = CaseAlarmWorld.start();

    @Test
    void an_alarm_becomes_a_case_about_its_lift_that_goes_at_once_to_whom_the_package_names() {
        String serial = world.lift();
        String alarm = world.raise(serial, "ebike", Severity.MAJOR);
        JsonNode subject = world.subject(world.caseOf(alarm));
        assertThat(subject.path("category").asString()).isEqualTo("L0101");
        assertThat(subject.path("channel").asString()).isEqualTo("device");
        assertThat(subject.path("state").asString()).isEqualTo("dispatched");
        assertThat(subject.path("lead").asString())
                .isEqualTo(subject.at("/place/committee").asString());
        assertThat(subject.at("/subject/key").asString()).isEqualTo(world.liftOf(serial));
        assertThat(world.alarm(alarm).path("caseHow").asString()).isEqualTo("opened");
    }

    @Test
    void what_alarms_again_at_the_same_place_joins_the_open_case_and_the_case_shows_them_all() {
        String serial = world.lift();
        String other = world.controllerOf(world.liftOf(serial));
        String first = world.raise(serial, "ebike", Severity.MAJOR);
        String subject = world.caseOf(first);
        String again = world.raise(serial, "ebike", Severity.MAJOR);
        String beside = world.raise(other, "ebike", Severity.MAJOR);
        String trouble = world.raise(serial, "fault", Severity.MAJOR);
        assertThat(world.caseOf(again)).isEqualTo(subject);
        assertThat(world.caseOf(beside)).isEqualTo(subject);
        assertThat(world.caseOf(trouble)).isNotEqualTo(subject);
        JsonNode shown =
                world.operator.get("/api/v1/alarms?state=all&case=" + subject).json();
        assertThat(shown.path("items").valueStream().map(one -> one.path("id").asString()))
                .containsExactlyInAnyOrder(first, again, beside);
        assertThat(world.notes(subject)).anyMatch(note -> note.startsWith("再次告警：控制器 " + other));
    }

    @Test
    void the_end_of_an_alarm_is_told_to_its_case_and_ends_nothing() {
        String alarm = world.raise(world.lift(), "ebike", Severity.MAJOR);
        String subject = world.caseOf(alarm);
        world.becomes(alarm, What.CLEARED, Severity.MAJOR);
        world.until("told", () -> world.notes(subject).stream().anyMatch(note -> note.startsWith("告警解除")));
        assertThat(world.subject(subject).path("state").asString()).isEqualTo("dispatched");
    }

    @Test
    void a_matter_that_comes_back_soon_after_its_case_was_closed_opens_it_again() throws IOException {
        String serial = world.lift();
        String subject = world.caseOf(world.raise(serial, "ebike", Severity.MAJOR));
        close(subject);
        String again = world.raise(serial, "ebike", Severity.MAJOR);
        assertThat(world.caseOf(again)).isEqualTo(subject);
        assertThat(world.alarm(again).path("caseHow").asString()).isEqualTo("reopened");
        assertThat(world.subject(subject).path("state").asString()).isEqualTo("dispatched");
    }

    @Test
    void what_was_closed_longer_ago_than_the_package_says_is_a_new_case() throws IOException {
        String serial = world.lift();
        String subject = world.caseOf(world.raise(serial, "ebike", Severity.MAJOR));
        close(subject);
        world.db
                .sql("update casework.cases set closed_at = closed_at - interval '25 hours' where id = ?::uuid")
                .param(subject)
                .update();
        assertThat(world.caseOf(world.raise(serial, "ebike", Severity.MAJOR))).isNotEqualTo(subject);
    }

    @Test
    void a_case_of_nothing_but_false_alarms_says_so_and_takes_no_further_one_up() {
        String serial = world.lift();
        String first = world.raise(serial, "fault", Severity.MAJOR);
        String subject = world.caseOf(first);
        String second = world.raise(serial, "fault", Severity.MAJOR);
        assertThat(world.caseOf(second)).isEqualTo(subject);
        world.judge(first, "false", "维保调试");
        world.until("told", () -> world.notes(subject).getFirst().contains("误报"));
        assertThat(world.notes(subject).getFirst()).contains("维保调试").doesNotContain("另行立案");
        String third = world.raise(serial, "fault", Severity.MAJOR);
        assertThat(world.caseOf(third)).isEqualTo(subject);
        world.judge(second, "false", "维保调试");
        world.judge(third, "false", "维保调试");
        world.until("told", () -> world.notes(subject).getFirst().contains("另行立案"));
        assertThat(world.subject(subject).path("state").asString()).isEqualTo("dispatched");
        assertThat(world.caseOf(world.raise(serial, "fault", Severity.MAJOR))).isNotEqualTo(subject);
    }

    @Test
    void a_silent_device_is_a_case_of_its_own_kind_once_it_is_no_trifle() {
        String alarm = world.raise(world.lift(), "offline", Severity.MINOR);
        String sign = world.raise(world.lift(), "ebike", Severity.MAJOR);
        world.caseOf(sign);
        assertThat(world.alarm(alarm).at("/alarm/case").isString()).isFalse();
        world.becomes(alarm, What.WORSE, Severity.MAJOR);
        JsonNode subject = world.subject(world.caseOf(alarm));
        assertThat(subject.path("category").asString()).isEqualTo("B0110");
        assertThat(subject.path("state").asString()).isEqualTo("reported");
    }

    @Test
    void an_alarm_without_a_place_has_no_case_and_says_why() {
        String serial = world.somewhere();
        String alarm = world.raise(serial, "ebike", Severity.MAJOR);
        world.until("refused", () -> world.operator
                .get("/api/v1/alarms/" + alarm)
                .get("caseHow")
                .equals("refused"));
        assertThat(world.alarm(alarm).path("caseRefusal").asString()).contains("没有位置");
    }

    @Test
    void whoever_is_killed_in_between_every_alarm_has_one_case_and_no_case_is_doubled() {
        Random random = new Random(11);
        TransactionTemplate transactions = world.product.bean(TransactionTemplate.class);
        FollowAlarms follow = world.product.bean(FollowAlarms.class);
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < 6; i++) serials.add(world.lift());
        List<String> alarms = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alarms.add(world.raise(serials.get(random.nextInt(serials.size())), "ebike", Severity.MAJOR));
            if (random.nextInt(3) > 0)
                transactions.executeWithoutResult(status -> {
                    follow.turn();
                    status.setRollbackOnly();
                });
        }
        var cases = new HashSet<String>();
        alarms.forEach(alarm -> cases.add(world.caseOf(alarm)));
        assertThat(cases).hasSize(serials.size());
        assertThat(world.count(
                        "select count(*)::int from casework.case_event where action = 'report' and request_key = any(?)",
                        (Object) alarms.stream().map(id -> "alarm/" + id).toArray(String[]::new)))
                .isEqualTo(serials.size());
    }

    /** Lives the case through to its end. */
    private void close(String subject) throws IOException {
        String committee = world.subject(subject).path("lead").asString();
        var officer = world.product.signedIn("committee-" + committee);
        world.step(officer, subject, "claim", Map.of());
        String photo = officer.upload("/api/v1/attachments", "after.jpg", Drawing.jpeg("shop", true, 0))
                .get("id");
        world.step(
                officer,
                subject,
                "feedback",
                Map.of("note", "已劝离", "attachments", List.of(Map.of("id", photo, "kind", "after"))));
        world.step(world.operator, subject, "pass", Map.of());
        world.step(world.operator, subject, "close", Map.of("answer", "已处置"));
    }
}
