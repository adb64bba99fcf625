package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiwang.scenario.Faults;
import org.yiwang.sensing.model.OrderKind;

class ReadOrdersTest {
    private static final String LAMP = Kinds.LAMP + """
              said:
                name: 应答
                values:
                  order: {title: 指令, type: text}
                  result: {title: 结果, type: choice, choices: {done: 已执行, refused: 拒绝}}
            answer: said
            orders:
              flash:
                name: 闪烁
                expires: {amount: 1, unit: minutes}
                release: steady
                with:
                  times: {title: 次数, type: whole, min: 1, max: 9}
                  note: {title: 备注, type: text, optional: true}
              steady: {name: 常亮, expires: {amount: 1, unit: minutes}, by-hand: true}
            """;

    @Test
    void what_can_be_asked_of_a_lift_is_held_to_be_taken_back_and_only_the_rest_is_for_people() {
        Map<String, OrderKind> orders = Kinds.bundled("lift", new Faults())
                .get("lift-controller")
                .orders()
                .all();
        assertThat(orders.get("hold_door").release()).isEqualTo("release_door");
        assertThat(orders.get("hold_door").expires()).hasSeconds(30);
        assertThat(orders.values().stream().filter(OrderKind::byHand).map(OrderKind::id))
                .containsExactly("release_door", "voice");
    }

    @Test
    void each_fault_is_told_with_its_code() {
        Faults none = new Faults();
        Kinds.read(LAMP, none);
        assertThat(none.faults()).isEmpty();
        Map<String, String> wrong = new TreeMap<>();
        wrong.put("answer: said>answer: state", "sensing.bad-answer");
        wrong.put("answer: said>answer: nothing", "sensing.bad-answer");
        wrong.put("done: 已执行>ok: 已执行", "sensing.bad-answer");
        wrong.put("release: steady>release: dark", "sensing.no-order");
        wrong.put("release: steady>release: flash", "sensing.no-order");
        wrong.put("release: steady>release: steady\n    by-hand: true", "sensing.release-by-hand");
        wrong.put(
                "expires: {amount: 1, unit: minutes}\n    release>expires: {amount: 2, unit: days}\n    release",
                "sensing.order-for-long");
        wrong.put("answer: said>answer-within: {amount: 1, unit: seconds}", "scenario.key-missing");
        wrong.forEach((change, code) -> {
            String[] parts = change.split(">", 2);
            assertThat(LAMP).contains(parts[0]);
            Faults faults = new Faults();
            Kinds.read(LAMP.replace(parts[0], parts[1]), faults);
            assertThat(faults.faults())
                    .as(change)
                    .extracting(fault -> fault.refusal().code())
                    .contains(code);
        });
    }

    @Test
    void arguments_are_sent_in_their_types_and_what_does_not_fit_is_named() {
        OrderKind flash = Kinds.read(LAMP, new Faults()).orders().all().get("flash");
        assertThat(flash.values(Map.of("times", "3", "note", "x")).toString()).isEqualTo("{note=x, times=3}");
        assertThat(flash.fault(Map.of("times", "3"))).isEmpty();
        assertThat(flash.fault(Map.of())).hasValue("times");
        assertThat(flash.fault(Map.of("times", "10"))).hasValue("times");
        assertThat(flash.fault(Map.of("times", "1.5"))).hasValue("times");
        assertThat(flash.fault(Map.of("times", "three"))).hasValue("times");
        assertThat(flash.fault(Map.of("times", "3", "colour", "red"))).hasValue("colour");
    }
}
