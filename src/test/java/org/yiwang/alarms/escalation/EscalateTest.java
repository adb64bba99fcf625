package org.yiwang.alarms.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.alarms.AlarmNews;
import org.yiwang.alarms.CaseAlarmWorld;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.TellingStore;
import tools.jackson.databind.JsonNode;

/** Who hears of an alarm, and who hears of it when nobody does anything about it. */
@Tag("database")
class EscalateTest {
    private final CaseAlarmWorld world = CaseAlarmWorld.start();

    @Test
    void
            an_ebike_is_told_at_once_to_committee_property_company_and_centre_and_after_a_quarter_of_an_hour_to_the_supervisor() {
        String serial = world.liftOfCompany("青橙单车");
        String alarm = world.raise(serial, "ebike", Severity.MAJOR);
        world.until("told", () -> targets(alarm).contains("centre"));
        assertThat(targets(alarm)).containsExactlyInAnyOrder("committee", "property", "centre");
        assertThat(told(alarm, "property")).containsExactly("顾海峰");
        passed(Duration.ofMinutes(14)).turn(CaseAlarmWorld.TENANT);
        assertThat(targets(alarm)).doesNotContain("supervisor");
        passed(Duration.ofMinutes(15)).turn(CaseAlarmWorld.TENANT);
        assertThat(targets(alarm)).contains("supervisor");
        passed(Duration.ofHours(5)).turn(CaseAlarmWorld.TENANT);
        assertThat(world.count(
                        "select count(*)::int from alarms.telling where alarm = ? and target = 'supervisor'", alarm))
                .isEqualTo(told(alarm, "supervisor").size());
    }

    @Test
    void the_notice_leads_to_the_alarm_and_that_of_a_company_to_no_page_of_ours() {
        String serial = world.liftOfCompany("蓝鲸单车");
        String alarm = world.raise(serial, "ebike", Severity.MAJOR);
        world.until("told", () -> targets(alarm).contains("centre"));
        JsonNode ours =
                world.product.signedIn("chief").get("/api/v1/notices?limit=200").json();
        JsonNode notice = ours.path("items")
                .valueStream()
                .filter(one -> one.path("alarm").asString("").equals(alarm))
                .findFirst()
                .orElseThrow();
        assertThat(notice.path("title").asString()).isEqualTo("告警：电动自行车进梯");
        assertThat(notice.has("case") && !notice.path("case").isNull()).isFalse();
        JsonNode theirs =
                world.product.signedIn("lanjing").get("/api/v1/notices").json();
        JsonNode outside = theirs.at("/items/0");
        assertThat(outside.path("kind").asString()).isEqualTo("alarm-raised");
        assertThat(outside.path("alarm").isString()).isFalse();
    }

    @Test
    void whoever_acknowledges_ends_the_ladder() {
        String alarm = world.raise(world.lift(), "ebike", Severity.MAJOR);
        world.until("told", () -> targets(alarm).contains("centre"));
        world.judge(alarm, "acknowledge", "");
        passed(Duration.ofHours(1)).turn(CaseAlarmWorld.TENANT);
        assertThat(targets(alarm)).doesNotContain("supervisor");
    }

    @Test
    void where_nobody_is_to_be_told_that_is_kept_and_the_next_are_told_at_once() {
        String alarm = world.raise(world.somewhere(), "fault", Severity.MAJOR);
        world.until("told", () -> targets(alarm).contains("centre"));
        assertThat(told(alarm, "committee")).containsExactly("");
        assertThat(told(alarm, "property")).containsExactly("");
        assertThat(targets(alarm)).doesNotContain("supervisor");
    }

    @Test
    void an_alarm_that_gets_worse_is_told_anew_as_what_it_is_now() {
        String alarm = world.raise(world.lift(), "offline", Severity.MINOR);
        world.becomes(alarm, What.WORSE, Severity.MAJOR);
        world.until("told", () -> targets(alarm).contains("committee"));
        assertThat(targets(alarm)).containsExactly("committee");
    }

    @Test
    void an_alarm_that_gets_worse_after_it_was_acknowledged_waits_for_somebody_anew() {
        String alarm = world.raise(world.lift(), "ebike", Severity.MAJOR);
        world.until("told", () -> targets(alarm).contains("centre"));
        world.judge(alarm, "acknowledge", "");
        world.becomes(alarm, What.WORSE, Severity.CRITICAL);
        assertThat(world.alarm(alarm).at("/alarm/acknowledgedAt").isString()).isFalse();
        world.until(
                "told anew",
                () -> world.count(
                                "select count(*)::int from alarms.telling where alarm = ? and severity = 'CRITICAL'",
                                alarm)
                        >= 3);
        passed(Duration.ofMinutes(15)).turn(CaseAlarmWorld.TENANT);
        assertThat(targets(alarm)).contains("supervisor");
    }

    @Test
    void the_worst_that_an_alarm_ever_was_stands_though_it_got_better_and_a_little_worse_again() {
        String alarm = world.raise(world.lift(), "ebike", Severity.CRITICAL);
        world.becomes(alarm, What.BETTER, Severity.MINOR);
        world.becomes(alarm, What.WORSE, Severity.MAJOR);
        assertThat(world.alarm(alarm).at("/alarm/worst").asString()).isEqualTo("CRITICAL");
    }

    private List<String> targets(String alarm) {
        return world.alarm(alarm)
                .path("told")
                .valueStream()
                .map(one -> one.path("target").asString())
                .distinct()
                .toList();
    }

    private List<String> told(String alarm, String target) {
        return world.alarm(alarm)
                .path("told")
                .valueStream()
                .filter(one -> one.path("target").asString().equals(target))
                .map(one -> one.path("name").asString())
                .toList();
    }

    /** The same at a later time, with a clock of its own: the product's stands still. */
    private Escalate passed(Duration time) {
        return new Escalate(
                world.product.bean(TellingStore.class),
                world.product.bean(FindAlarms.class),
                world.product.bean(RulesInForce.class),
                world.product.bean(FindPeople.class),
                world.product.bean(SendNotice.class),
                world.product.bean(AlarmNews.class),
                world.product.bean(TransactionTemplate.class),
                Clock.offset(Clock.fixed(world.now(), java.time.ZoneOffset.UTC), time));
    }
}
