package org.yiwang.alarms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.organisation.SetClock;
import org.yiwang.sensing.AppendLog;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import tools.jackson.databind.JsonNode;

/** Changed rules are tried on what devices said before they count, and nothing is written. */
@Tag("database")
class TryRulesTest {
    private final CaseAlarmWorld world = CaseAlarmWorld.start();

    @Test
    void alarms_that_would_have_begun_or_begun_otherwise_are_named_by_rule_and_device() {
        String serial = world.lift();
        say(serial, "fire_signal", "{\"active\": false}");
        pass(60);
        say(serial, "ebike_detected", "{\"confidence\": 0.9, \"floor\": 1}");
        pass(10);
        say(serial, "ebike_left", "{}");
        pass(10);
        String before = rows();
        JsonNode trial = trial(
                version(
                        "9.1",
                        "raise: active\n    severity: critical",
                        "raise: message == \"fire_signal\"\n    severity: critical"),
                1);
        assertThat(rows()).as("rows of alarms and log").isEqualTo(before);
        assertThat(trial.path("isWhole").asBoolean()).isTrue();
        List<JsonNode> mine = of(trial, serial);
        assertThat(mine.stream().map(one -> one.path("name").asString() + one.path("kinds")))
                .containsExactly("消防信号[\"MORE\"]", "电动自行车进梯[\"ORDERS\"]");
        assertThat(mine.getFirst().path("now").isObject()).isFalse();
        assertThat(mine.getFirst().at("/then/worst").asString()).isEqualTo("CRITICAL");
        assertThat(mine.getLast().at("/now/asked").toString()).contains("hold_door");
        assertThat(mine.getLast().at("/then/asked").toString()).doesNotContain("hold_door");
        JsonNode rule = trial.path("rules")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals("fire"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.path("then").asInt()).isEqualTo(rule.path("now").asInt() + 1);
    }

    @Test
    void a_rule_that_asks_for_a_field_of_the_register_which_nobody_asked_for_knows_it_as_it_is_today() {
        String serial = world.lift();
        String other = world.lift();
        say(serial, "fault", "{\"code\": \"E1\"}");
        say(other, "fault", "{\"code\": \"E1\"}");
        pass(5);
        String only = "raise: message == \"fault\" && device.lift.building == \"%s\"".formatted(world.houseOf(serial));
        JsonNode trial = trial(version("9.2", "raise: message == \"fault\"", only), 1);
        assertThat(of(trial, serial)).isEmpty();
        assertThat(of(trial, other)).singleElement().satisfies(one -> {
            assertThat(one.path("rule").asString()).isEqualTo("fault");
            assertThat(one.path("kinds").toString()).isEqualTo("[\"FEWER\"]");
        });
    }

    @Test
    void a_version_with_the_same_rules_differs_in_nothing() {
        String serial = world.lift();
        say(serial, "fault", "{\"code\": \"E1\"}");
        pass(5);
        JsonNode trial = trial(version("9.3", "# 电动自行车", "# 只改了注释：电动自行车"), 7);
        assertThat(trial.path("differing").asInt()).isZero();
        assertThat(trial.path("entries").asInt()).isPositive();
    }

    @Test
    void it_is_for_those_who_manage_packages_and_looks_back_a_month_at_most() {
        assertThat(world.operator
                        .get("/api/v1/scenarios/lift/versions/1/rules-trial")
                        .status())
                .isEqualTo(403);
        assertThat(world.admin
                        .get("/api/v1/scenarios/lift/versions/1/rules-trial?days=31")
                        .get("code"))
                .isEqualTo("request.out-of-range");
    }

    private JsonNode trial(int version, int days) {
        Answer answer =
                world.admin.get("/api/v1/scenarios/lift/versions/%d/rules-trial?days=%d".formatted(version, days));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonNode> of(JsonNode trial, String serial) {
        return trial.path("items")
                .valueStream()
                .filter(one -> one.path("device").asString().equals(serial))
                .toList();
    }

    private int version(String label, String text, String instead) {
        Map<String, byte[]> files = new HashMap<>(LiftPackage.folder("lift"));
        change(files, LiftPackage.RULES, text, instead);
        String pack = new String(files.get("pack.yaml"), UTF_8);
        files.put(
                "pack.yaml",
                pack.replaceFirst("version: .*", "version: \"" + label + "\"").getBytes(UTF_8));
        Answer taken = world.admin.upload("/api/v1/scenarios", "files", files);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.json().at("/version/number").asInt();
    }

    private static void change(Map<String, byte[]> files, String path, String text, String instead) {
        String file = new String(files.get(path), UTF_8);
        assertThat(file).contains(text);
        files.put(path, file.replace(text, instead).getBytes(UTF_8));
    }

    private void say(String serial, String message, String values) {
        String family = world.product
                .bean(KnownDevices.class)
                .find(CaseAlarmWorld.TENANT, serial)
                .orElseThrow()
                .family();
        world.product
                .bean(AppendLog.class)
                .append(List.of(new Incoming(
                        serial, family, "lift-controller", message, null, null, values, Source.RECORDING)));
    }

    private void pass(long seconds) {
        world.product.bean(SetClock.class).pass(Duration.ofSeconds(seconds));
    }

    private String rows() {
        return world.db
                .sql(
                        "select (select count(*) from alarms.alarm where rule = 'fire') || ' ' || (select count(*) from registry.entry)")
                .query(String.class)
                .single();
    }
}
