package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.alarms.engine.Rules.rule;
import static org.yiwang.alarms.engine.Severity.CRITICAL;
import static org.yiwang.alarms.engine.Severity.MAJOR;
import static org.yiwang.alarms.engine.Severity.MINOR;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.engine.Device.Mode;
import org.yiwang.rules.Type;

class RuleLifeTest {
    private static Tape lift(Rules.Rule... rules) {
        Rules all = Rules.of("lift").channel("confidence", Type.NUMBER).channel("floor", Type.NUMBER);
        for (Rules.Rule one : rules) all.rule(one);
        return new Tape().rules(all).device("lift-1", "lift");
    }

    private static Tape bin(Rules.Rule... rules) {
        Rules all = Rules.of("bin").channel("fill", Type.NUMBER).channel("bags", Type.NUMBER);
        for (Rules.Rule one : rules) all.rule(one);
        return new Tape().rules(all).device("bin-1", "bin");
    }

    private static Rules.Rule ebike() {
        return rule("ebike")
                .on("ebike_detected", "ebike_left")
                .raise("message == 'ebike_detected' && confidence >= 0.8")
                .lasting(2)
                .level(MAJOR, null, 0)
                .level(CRITICAL, null, 300)
                .clear("message == 'ebike_left'")
                .order("hold_door", "alarms.exists(a, a == 'fire' || a == 'trapped')")
                .order("voice", null);
    }

    private static Map<String, Object> sure(double confidence) {
        return Map.of("confidence", confidence, "floor", 3.0);
    }

    private static Map<String, Object> full(double fill) {
        return Map.of("fill", fill);
    }

    @Test
    void an_ebike_seen_for_two_seconds_alarms_gets_worse_after_five_minutes_and_ends_when_it_leaves() {
        Tape tape = lift(ebike())
                .say(10, "lift-1", "ebike_detected", sure(0.9))
                .say(11, "lift-1", "ebike_detected", sure(0.95))
                .say(400, "lift-1", "ebike_left");
        assertThat(tape.until(500))
                .containsExactly(
                        "12.0 lift-1 ebike RAISED MAJOR duration",
                        "310.0 lift-1 ebike WORSE CRITICAL level",
                        "400.0 lift-1 ebike CLEARED CRITICAL condition");
        Output raised = tape.outputs(500).get(0);
        assertThat(raised.values()).containsEntry("confidence", 0.95).containsEntry("floor", 3.0);
        assertThat(raised.asked()).extracting(RuleSpec.Order::name).containsExactly("hold_door", "voice");
    }

    @Test
    void an_ebike_that_leaves_within_two_seconds_or_is_not_seen_surely_alarms_nobody() {
        assertThat(lift(ebike())
                        .say(10, "lift-1", "ebike_detected", sure(0.9))
                        .say(11.5, "lift-1", "ebike_left")
                        .say(20, "lift-1", "ebike_detected", sure(0.79))
                        .until(100))
                .isEmpty();
    }

    @Test
    void the_door_is_not_asked_to_be_held_while_fire_is_signalled() {
        Tape tape = lift(
                        rule("fire")
                                .on("fire_signal")
                                .raise("message == 'fire_signal'")
                                .quiet(600),
                        ebike())
                .say(5, "lift-1", "fire_signal")
                .say(10, "lift-1", "ebike_detected", sure(0.9));
        Output raised = tape.outputs(20).get(1);
        assertThat(raised.asked()).extracting(RuleSpec.Order::name).containsExactly("voice");
        assertThat(raised.withheld()).extracting(RuleSpec.Order::name).containsExactly("hold_door");
    }

    @Test
    void an_order_is_withheld_where_it_cannot_be_said_whether_something_forbids_it() {
        Tape tape = lift(rule("ebike")
                        .on("ebike_detected")
                        .raise("confidence > 0.5")
                        .order("hold_door", "floor > 10"))
                .say(10, "lift-1", "ebike_detected", Map.of("confidence", 0.9));
        assertThat(tape.outputs(20).get(0).withheld()).hasSize(1);
    }

    @Test
    void three_times_within_ten_minutes_is_often_and_three_times_in_eleven_is_not() {
        Rules.Rule often = rule("often").raise("bags > 0").times(3, 600).quiet(60);
        assertThat(bin(often)
                        .say(0, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(300, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(599, "bin-1", "seen", Map.of("bags", 2.0))
                        .until(600))
                .containsExactly("599.0 bin-1 often RAISED MAJOR condition");
        assertThat(bin(often)
                        .say(0, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(300, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(660, "bin-1", "seen", Map.of("bags", 2.0))
                        .until(700))
                .isEmpty();
    }

    @Test
    void it_gets_worse_and_better_by_itself_and_ends_below_another_bound_than_it_began() {
        assertThat(bin(rule("full")
                                .raise("fill >= 80")
                                .clear("fill < 60")
                                .level(MINOR, null, 0)
                                .level(MAJOR, "fill >= 95", 0))
                        .say(10, "bin-1", "level", full(85))
                        .say(20, "bin-1", "level", full(97))
                        .say(30, "bin-1", "level", full(90))
                        .say(40, "bin-1", "level", full(70))
                        .say(50, "bin-1", "level", full(59))
                        .say(60, "bin-1", "level", full(79))
                        .until(100))
                .containsExactly(
                        "10.0 bin-1 full RAISED MINOR condition",
                        "20.0 bin-1 full WORSE MAJOR level",
                        "30.0 bin-1 full BETTER MINOR level",
                        "50.0 bin-1 full CLEARED MINOR condition");
    }

    @Test
    void what_never_says_that_it_is_over_is_over_when_it_was_quiet_for_long_enough() {
        assertThat(bin(rule("bags").raise("bags > 0").quiet(900))
                        .say(10, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(500, "bin-1", "seen", Map.of("bags", 1.0))
                        .until(5000))
                .containsExactly("10.0 bin-1 bags RAISED MAJOR condition", "1400.0 bin-1 bags CLEARED MAJOR quiet");
    }

    @Test
    void an_alarm_ended_by_hand_is_a_new_one_when_its_cause_comes_again() {
        Tape tape = bin(rule("bags").raise("bags > 0").quiet(900)).say(10, "bin-1", "seen", Map.of("bags", 1.0));
        long first = tape.outputs(11).get(0).episode();
        tape.add(20, new Entry.Ended("bin-1", "bin-1", "bags", first)).say(30, "bin-1", "seen", Map.of("bags", 1.0));
        var outputs = tape.outputs(40);
        assertThat(outputs.stream().map(Tape::words))
                .containsExactly(
                        "10.0 bin-1 bags RAISED MAJOR condition",
                        "20.0 bin-1 bags CLEARED MAJOR hand",
                        "30.0 bin-1 bags RAISED MAJOR condition");
        assertThat(outputs.get(2).episodeId()).isNotEqualTo(outputs.get(0).episodeId());
    }

    @Test
    void after_its_end_it_does_not_alarm_again_within_the_time_of_rest() {
        assertThat(bin(rule("full").raise("fill >= 80").cooldown(100))
                        .say(10, "bin-1", "level", full(85))
                        .say(20, "bin-1", "level", full(70))
                        .say(110, "bin-1", "level", full(85))
                        .say(120, "bin-1", "level", full(85))
                        .until(200))
                .containsExactly(
                        "10.0 bin-1 full RAISED MAJOR condition",
                        "20.0 bin-1 full CLEARED MAJOR condition",
                        "120.0 bin-1 full RAISED MAJOR condition");
    }

    @Test
    void it_says_again_that_it_still_holds() {
        assertThat(bin(rule("full").raise("fill >= 80").remind(60))
                        .say(10, "bin-1", "level", full(85))
                        .until(140))
                .containsExactly(
                        "10.0 bin-1 full RAISED MAJOR condition",
                        "70.0 bin-1 full REMINDED MAJOR still",
                        "130.0 bin-1 full REMINDED MAJOR still");
    }

    /** The tape begins on a Monday at eight. */
    @Test
    void it_looks_only_during_its_hours() {
        Rules.Rule evening =
                rule("late").raise("bags > 0").hours(0b0011111, 19, 7).quiet(60);
        double hour = 3600;
        assertThat(bin(evening)
                        .say(hour, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(11 * hour, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(22.5 * hour, "bin-1", "seen", Map.of("bags", 1.0))
                        .say(23 * hour, "bin-1", "seen", Map.of("bags", 1.0))
                        .say((5 * 24 + 12) * hour, "bin-1", "seen", Map.of("bags", 1.0))
                        .until(8 * 24 * hour))
                .containsExactly(
                        "39600.0 bin-1 late RAISED MAJOR condition",
                        "39660.0 bin-1 late CLEARED MAJOR quiet",
                        "81000.0 bin-1 late RAISED MAJOR condition",
                        "81060.0 bin-1 late CLEARED MAJOR quiet");
    }

    @Test
    void a_device_that_is_worked_on_alarms_nobody_and_what_it_had_ends() {
        assertThat(bin(rule("full").raise("fill >= 80"), rule("offline").silent(100))
                        .say(10, "bin-1", "level", full(85))
                        .device(20, "bin-1", "bin-1", "bin", null, Mode.MAINTENANCE)
                        .say(30, "bin-1", "level", full(99))
                        .device(1000, "bin-1", "bin-1", "bin", null, Mode.IN_USE)
                        .until(1200))
                .containsExactly(
                        "10.0 bin-1 full RAISED MAJOR condition",
                        "20.0 bin-1 full CLEARED MAJOR maintenance",
                        "1100.0 bin-1 offline RAISED MAJOR silence");
    }

    @Test
    void a_rule_that_is_changed_goes_on_with_its_alarm_and_one_that_is_withdrawn_ends_it() {
        Rules next = Rules.of("bin")
                .version(2)
                .channel("bags", Type.NUMBER)
                .channel("fill", Type.NUMBER)
                .rule(rule("full").raise("fill >= 70").clear("fill < 50"));
        assertThat(bin(rule("bags").raise("bags > 0").quiet(900), rule("full").raise("fill >= 80"))
                        .say(10, "bin-1", "level", Map.of("fill", 85.0, "bags", 2.0))
                        .rules(20, next)
                        .say(30, "bin-1", "level", full(60))
                        .say(40, "bin-1", "level", full(49))
                        .until(2000))
                .containsExactly(
                        "10.0 bin-1 bags RAISED MAJOR condition",
                        "10.0 bin-1 full RAISED MAJOR condition",
                        "20.0 bin-1 bags CLEARED MAJOR withdrawn",
                        "40.0 bin-1 full CLEARED MAJOR condition");
    }

    @Test
    void a_condition_may_speak_of_what_was_told_before_and_of_the_register() {
        assertThat(lift(rule("jump")
                                .raise("floor - before.floor > 5 && device.floors > 10")
                                .quiet(5))
                        .say(10, "lift-1", "position", Map.of("floor", 2.0))
                        .say(20, "lift-1", "position", Map.of("floor", 6.0))
                        .say(30, "lift-1", "position", Map.of("floor", 12.0))
                        .until(31))
                .containsExactly("30.0 lift-1 jump RAISED MAJOR condition");
    }

    @Test
    void a_sensor_over_several_bins_has_an_alarm_for_each() {
        Tape tape = new Tape()
                .rules(Rules.of("sensor")
                        .channel("bin", Type.TEXT)
                        .channel("fill", Type.NUMBER)
                        .rule(rule("full").per("bin").raise("fill >= 80").clear("fill < 60")))
                .device("s", "sensor")
                .say(10, "s", "fill", Map.of("bin", "wet", "fill", 85.0))
                .say(20, "s", "fill", Map.of("bin", "dry", "fill", 20.0))
                .say(30, "s", "fill", Map.of("bin", "dry", "fill", 90.0))
                .say(40, "s", "fill", Map.of("bin", "wet", "fill", 10.0));
        assertThat(tape.outputs(100).stream().map(one -> one.part() + " " + one.what()))
                .containsExactly("wet RAISED", "dry RAISED", "wet CLEARED");
    }
}
