package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.engine.Stamp;
import org.yiwang.alarms.model.RulesTrial;
import org.yiwang.alarms.model.TrialAlarm;
import org.yiwang.alarms.model.TrialDifference;
import org.yiwang.alarms.model.TrialDifference.Kind;
import org.yiwang.alarms.model.TrialOutcome;

/** What other rules would have made of the same messages. */
class RulesTrialTest {
    private static final long BEGIN = 1_614_528_000_000L;
    private static final String STRICT = """
            rules:
              ebike:
                name: 电动自行车
                on: [ebike_detected, ebike_left]
                raise: message == "ebike_detected" && confidence >= %s
                clear: message == "ebike_left"
                severity: %s
            """;

    private record Said(long second, String message, double confidence) {}

    @Property(tries = 50)
    void the_same_rules_make_the_same_of_any_messages(@ForAll long seed) {
        KindRules rules = LiftPackage.controllers().rules();
        List<Said> said = random(seed);
        assertThat(TrialDifference.between(outcome(rules, said), outcome(rules, said)))
                .isEmpty();
    }

    @Property(tries = 50)
    void every_alarm_of_either_stands_in_one_difference_at_most_and_the_rest_went_alike(@ForAll long seed) {
        List<Said> said = random(seed);
        List<TrialAlarm> now = outcome(rules("0.8", "major"), said);
        List<TrialAlarm> then = outcome(rules("0.6", "major"), said);
        List<TrialDifference> differences = TrialDifference.between(now, then);
        List<TrialAlarm> left = new ArrayList<>(now);
        List<TrialAlarm> right = new ArrayList<>(then);
        for (TrialDifference one : differences) {
            if (one.now() != null) assertThat(left.remove(one.now())).isTrue();
            if (one.then() != null) assertThat(right.remove(one.then())).isTrue();
        }
        assertThat(left).containsExactlyInAnyOrderElementsOf(right);
        int more = (int) differences.stream()
                .filter(one -> one.kinds().contains(Kind.MORE))
                .count();
        int fewer = (int) differences.stream()
                .filter(one -> one.kinds().contains(Kind.FEWER))
                .count();
        assertThat(then.size() - now.size()).isEqualTo(more - fewer);
    }

    @Test
    void a_lower_bound_alarms_where_there_was_none_and_earlier_where_there_was_one() {
        List<Said> said = List.of(
                new Said(10, "ebike_detected", 0.7),
                new Said(20, "ebike_left", 0),
                new Said(100, "ebike_detected", 0.7),
                new Said(110, "ebike_detected", 0.9),
                new Said(120, "ebike_left", 0));
        TrialOutcome outcome =
                new TrialOutcome(outcome(rules("0.8", "major"), said), outcome(rules("0.6", "major"), said));
        assertThat(outcome.differences())
                .extracting(TrialDifference::kinds)
                .satisfiesExactly(first -> assertThat(first).containsExactly(Kind.MORE), second -> assertThat(second)
                        .containsExactly(Kind.EARLIER));
        assertThat(outcome.byRule(outcome.differences())).singleElement().satisfies(rule -> {
            assertThat(rule.now()).isEqualTo(1);
            assertThat(rule.then()).isEqualTo(2);
            assertThat(rule.counts()).isEqualTo(Map.of(Kind.MORE, 1, Kind.EARLIER, 1));
        });
    }

    @Test
    void another_severity_or_another_order_to_the_device_is_a_difference() {
        List<Said> said = List.of(new Said(10, "ebike_detected", 0.9), new Said(20, "ebike_left", 0));
        KindRules worse = rules("0.8", "critical");
        assertThat(TrialDifference.between(outcome(rules("0.8", "major"), said), outcome(worse, said)))
                .singleElement()
                .satisfies(one -> assertThat(one.kinds()).containsExactly(Kind.WORSE));
        List<TrialAlarm> asked = outcome(
                LiftPackage.rules(STRICT.formatted("0.8", "major") + "    orders: {voice: {with: {text: 请勿进入}}}\n"),
                said);
        assertThat(TrialDifference.between(outcome(rules("0.8", "major"), said), asked))
                .singleElement()
                .satisfies(one -> assertThat(one.kinds()).containsExactly(Kind.ORDERS));
    }

    @Test
    void two_alarms_that_become_one_are_one_fewer() {
        TrialAlarm whole = alarm(0, 100);
        assertThat(TrialDifference.between(List.of(alarm(0, 40), alarm(60, 100)), List.of(whole)))
                .extracting(TrialDifference::kinds)
                .satisfiesExactly(first -> assertThat(first).containsExactly(Kind.LONGER), second -> assertThat(second)
                        .containsExactly(Kind.FEWER));
    }

    @Test
    void the_busiest_ten_minutes_are_counted_wherever_they_begin() {
        assertThat(TrialOutcome.busiest(List.of())).isZero();
        assertThat(TrialOutcome.busiest(List.of(
                        alarm(0, 1), alarm(599_999, 600_000), alarm(600_000, 600_001), alarm(1_200_000, 1_300_000))))
                .isEqualTo(2);
    }

    private static TrialAlarm alarm(long from, long to) {
        return new TrialAlarm("lift-controller", "KZ-1", "ebike", "", from, to, Severity.MAJOR, List.of());
    }

    private static KindRules rules(String bound, String severity) {
        return LiftPackage.rules(STRICT.formatted(bound, severity));
    }

    private static List<Said> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Said> said = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < 60; i++) {
            second += random.nextInt(1, 90);
            said.add(new Said(second, random.nextInt(3) == 0 ? "ebike_left" : "ebike_detected", random.nextDouble()));
        }
        return said;
    }

    private static List<TrialAlarm> outcome(KindRules rules, List<Said> said) {
        Entry.DeviceSet device =
                new Entry.DeviceSet("f", new Device("KZ-1", rules.kind(), null, Device.Mode.IN_USE, new TreeMap<>()));
        RulesTrial trial = new RulesTrial(0, List.of(rules), Map.of(), List.of(device), new Stamp(0, 0, BEGIN));
        long offset = 1;
        for (Said one : said) {
            TreeMap<String, Object> values = new TreeMap<>();
            if (one.message.equals("ebike_detected")) values.put("confidence", one.confidence);
            trial.take(
                    new Stamp(0, offset++, BEGIN + 1000 * one.second),
                    new Entry.Message("f", "KZ-1", one.message, OptionalLong.empty(), null, values));
        }
        return trial.alarms(BEGIN + 1000 * (said.isEmpty() ? 0 : said.getLast().second + 3600));
    }
}
