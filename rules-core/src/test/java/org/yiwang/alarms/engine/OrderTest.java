package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.alarms.engine.Rules.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.rules.Type;

/** What is asked of a device, and what takes it back. */
class OrderTest {
    private static Tape lift() {
        return new Tape()
                .rules(Rules.of("lift")
                        .channel("active", Type.FLAG)
                        .rule(rule("fire").on("fire").raise("active"))
                        .rule(rule("trapped")
                                .on("trapped")
                                .raise("message == 'trapped'")
                                .quiet(600))
                        .rule(rule("ebike")
                                .on("ebike", "left")
                                .raise("message == 'ebike'")
                                .lasting(2)
                                .clear("message == 'left'")
                                .order("hold", "alarms.exists(a, a in ['fire', 'trapped'])")
                                .order("voice", null)))
                .device("lift-1", "lift");
    }

    private static List<String> orders(Tape tape) {
        return tape.outputs(2_000).stream()
                .filter(one -> one.rule().equals("ebike"))
                .map(one -> (one.at() - Tape.BEGIN) / 1000 + " " + one.what() + names(one, Output::asked) + " not"
                        + names(one, Output::withheld))
                .toList();
    }

    private static List<String> names(Output output, Function<Output, List<RuleSpec.Order>> of) {
        return of.apply(output).stream().map(RuleSpec.Order::name).toList();
    }

    @Test
    void a_door_is_not_asked_to_be_held_where_fire_is_signalled() {
        assertThat(orders(
                        lift().say(5, "lift-1", "fire", Map.of("active", true)).say(10, "lift-1", "ebike")))
                .containsExactly("12 RAISED[voice] not[hold]");
    }

    @Test
    void a_fire_that_comes_afterwards_takes_the_order_back_once_and_says_nothing_of_what_it_does_not_forbid() {
        assertThat(orders(lift().say(10, "lift-1", "ebike")
                        .say(13, "lift-1", "fire", Map.of("active", true))
                        .say(20, "lift-1", "fire", Map.of("active", false))
                        .say(21, "lift-1", "trapped")))
                .containsExactly("12 RAISED[hold, voice] not[]", "13 WITHDRAWN[] not[hold]");
    }

    @Test
    void a_fire_between_detection_and_alarm_keeps_the_order_from_being_given() {
        assertThat(orders(lift().say(10, "lift-1", "ebike").say(11, "lift-1", "fire", Map.of("active", true))))
                .containsExactly("12 RAISED[voice] not[hold]");
    }

    @Test
    void an_order_is_watched_no_longer_than_its_alarm_goes_on() {
        assertThat(orders(lift().say(10, "lift-1", "ebike")
                        .say(20, "lift-1", "left")
                        .say(30, "lift-1", "fire", Map.of("active", true))))
                .containsExactly("12 RAISED[hold, voice] not[]", "20 CLEARED[] not[]");
    }

    @Test
    void a_reader_that_is_killed_in_between_takes_it_back_as_well() {
        Tape tape = lift().say(10, "lift-1", "ebike").say(12.5, "lift-1", "heartbeat");
        Shard first = new Shard(3);
        for (Tape.Line line : tape.lines) first.take(line.stamp(), line.entry(), output -> {});
        Shard second = Shard.restore(
                3,
                first.rules(),
                first.changes().values().stream()
                        .flatMap(java.util.Optional::stream)
                        .toList());
        List<Output> outputs = new java.util.ArrayList<>();
        tape.say(13, "lift-1", "fire", Map.of("active", true));
        second.take(
                tape.lines.get(tape.lines.size() - 1).stamp(),
                tape.lines.get(tape.lines.size() - 1).entry(),
                outputs::add);
        assertThat(outputs).extracting(Output::what).contains(What.WITHDRAWN);
    }
}
