package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.alarms.engine.Rules.rule;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.engine.Device.Mode;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.rules.Type;

class FloodTest {
    private static Tape bins(int number, Severity severity) {
        Tape tape = new Tape()
                .rules(Rules.of("gateway"))
                .rules(Rules.of("bin")
                        .channel("fill", Type.NUMBER)
                        .rule(rule("full").raise("fill >= 80").level(severity, null, 0)))
                .device("gate", "gateway");
        for (int i = 0; i < number; i++) tape.device(0, "gate", "bin-" + i, "bin", "gate", Mode.IN_USE);
        for (int i = 0; i < number; i++) tape.say(10 + i, "gate", "bin-" + i, "level", Map.of("fill", 90.0));
        return tape;
    }

    @Test
    void more_than_ten_alarms_in_ten_minutes_become_one_with_a_number() {
        Tape tape = bins(40, Severity.MAJOR);
        for (int i = 0; i < 25; i++) tape.say(100 + i, "gate", "bin-" + i, "level", Map.of("fill", 10.0));
        var outputs = tape.outputs(500);
        assertThat(outputs.stream().filter(output -> output.what() == What.RAISED))
                .hasSize(11);
        assertThat(outputs.stream().filter(output -> output.rule().equals("flood")))
                .hasSize(1);
        assertThat(outputs.stream().filter(output -> output.what() == What.CLEARED))
                .hasSize(10);
    }

    @Test
    void when_the_flood_is_over_it_says_how_many_were_held_back_and_those_that_still_alarm_are_told() {
        Tape tape = bins(15, Severity.MAJOR);
        tape.say(30, "gate", "bin-12", "level", Map.of("fill", 10.0));
        var outputs = tape.outputs(1000);
        Output over = outputs.stream()
                .filter(output -> output.rule().equals("flood") && output.what() == What.CLEARED)
                .findFirst()
                .orElseThrow();
        assertThat(over.at()).isEqualTo(Tape.at(24 + 600));
        assertThat(over.values()).containsEntry("heldBack", 5.0);
        assertThat(outputs.stream()
                        .filter(output -> output.cause().equals("flood-over"))
                        .map(Output::device))
                .containsExactly("bin-10", "bin-11", "bin-13", "bin-14");
    }

    @Test
    void what_is_as_bad_as_can_be_is_never_held_back() {
        assertThat(bins(40, Severity.CRITICAL).outputs(500)).hasSize(40);
    }
}
