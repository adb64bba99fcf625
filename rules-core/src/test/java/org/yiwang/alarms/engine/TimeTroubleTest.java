package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.alarms.engine.Rules.rule;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiwang.rules.Type;

class TimeTroubleTest {
    private static final double DAY = 86_400;

    private static Tape bin(long reorder, Rules.Rule... rules) {
        Rules all = Rules.of("bin").channel("fill", Type.NUMBER).reorder(reorder);
        for (Rules.Rule one : rules) all.rule(one);
        return new Tape().rules(all).device("bin-1", "bin");
    }

    private static Map<String, Object> full(double fill) {
        return Map.of("fill", fill);
    }

    private static Rules.Rule full() {
        return rule("full").raise("fill >= 80").clear("fill < 60");
    }

    @Test
    void messages_that_overtake_each_other_within_the_wait_are_read_in_the_order_in_which_they_were_said() {
        assertThat(bin(5, full())
                        .told(12, 11, "bin-1", "level", full(50))
                        .told(13, 10, "bin-1", "level", full(90))
                        .until(60))
                .containsExactly("17.0 bin-1 full RAISED MAJOR condition", "17.0 bin-1 full CLEARED MAJOR condition");
    }

    @Test
    void what_comes_after_later_words_of_the_device_were_read_opens_nothing_unless_the_rule_says_so() {
        assertThat(bin(0, full())
                        .told(12, 11, "bin-1", "level", full(50))
                        .told(13, 10, "bin-1", "level", full(90))
                        .until(60))
                .isEmpty();
        assertThat(bin(0, full().late())
                        .told(12, 11, "bin-1", "level", full(50))
                        .told(13, 10, "bin-1", "level", full(90))
                        .until(60))
                .containsExactly("13.0 bin-1 full RAISED MAJOR condition");
    }

    @Test
    void what_a_device_kept_while_it_had_no_line_opens_nothing_afterwards() {
        assertThat(bin(0, full())
                        .told(5000, 1000, "bin-1", "level", full(90))
                        .told(5001, 5000, "bin-1", "level", full(40))
                        .until(6000))
                .isEmpty();
    }

    @Test
    void a_message_that_comes_twice_counts_once() {
        Rules.Rule often = rule("often").raise("fill > 0").times(2, 600).quiet(60);
        assertThat(bin(0, often)
                        .told(10, 9, "bin-1", "level", full(1))
                        .told(11, 9, "bin-1", "level", full(1))
                        .until(12))
                .isEmpty();
        Tape tape = bin(0, often);
        for (int i = 0; i < 2; i++)
            tape.add(
                    10 + i,
                    new Entry.Message("bin-1", "bin-1", "level", OptionalLong.empty(), "m-7", new TreeMap<>(full(1))));
        assertThat(tape.until(12)).isEmpty();
        assertThat(bin(0, often)
                        .told(10, 9, "bin-1", "level", full(1))
                        .told(11, 10, "bin-1", "level", full(1))
                        .until(12))
                .hasSize(1);
    }

    @Test
    void a_device_whose_clock_is_two_days_off_alarms_as_if_it_had_none() {
        assertThat(bin(0, full())
                        .told(10, 10 + 2 * DAY, "bin-1", "level", full(90))
                        .told(20, 20 + 2 * DAY, "bin-1", "level", full(50))
                        .until(60))
                .hasSize(2);
        assertThat(bin(0, full())
                        .told(10, 10 - 2 * DAY, "bin-1", "heartbeat", Map.of())
                        .told(20, 20 - 2 * DAY, "bin-1", "level", full(90))
                        .until(60))
                .hasSize(1);
    }

    @Test
    void once_its_clock_is_right_again_its_time_is_believed_again() {
        assertThat(bin(0, full())
                        .told(10, 10 - 2 * DAY, "bin-1", "heartbeat", Map.of())
                        .told(20, 20, "bin-1", "heartbeat", Map.of())
                        .told(30, 30 - 2 * DAY, "bin-1", "level", full(90))
                        .until(60))
                .isEmpty();
    }
}
