package org.yiwang.scenario.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Spot;

class RuleTest {
    private static final Scope SCOPE = new Scope(Map.of(
            "answers.level", Type.oneOf(List.of("general", "major")),
            "answers.depth", Type.NUMBER,
            "answers.goods", Type.someOf(List.of("gas", "paint")),
            "answers.note", Type.TEXT,
            "record.staff", Type.NUMBER,
            "record.open", Type.FLAG,
            "repeats", Type.NUMBER));
    private static final Type GRADE = Type.oneOf(List.of("red", "orange", "yellow", "blue"));

    private static final RefusalTexts TEXTS = texts();

    private final Faults faults = new Faults();

    @Test
    void a_rule_holds_or_not_by_the_values_of_its_names() {
        Rule rule = rule("answers.level == 'major' && record.staff > 9 || repeats >= 2");
        assertThat(rule.holds(Map.of("answers.level", "major", "record.staff", 10.0, "repeats", 0.0)))
                .isTrue();
        assertThat(rule.holds(Map.of("answers.level", "general", "record.staff", 10.0, "repeats", 1.0)))
                .isFalse();
        assertThat(rule.holds(Map.of("answers.level", "general", "record.staff", 10.0, "repeats", 2.0)))
                .isTrue();
        assertThat(rule.names()).containsExactlyInAnyOrder("answers.level", "record.staff", "repeats");
    }

    @Test
    void what_was_not_answered_neither_holds_nor_keeps_the_rest_from_holding() {
        Rule rule = rule("answers.depth < 3 || repeats > 1");
        assertThat(rule.holds(Map.of("repeats", 0.0))).isFalse();
        assertThat(rule.holds(Map.of("repeats", 2.0))).isTrue();
        assertThat(rule("!(answers.depth < 3)").holds(Map.of())).isFalse();
    }

    @Test
    void whole_numbers_and_others_go_together() {
        Rule product = number("answers.depth * 2 * record.staff");
        assertThat(product.number(Map.of("answers.depth", 0.1, "record.staff", 3.0)))
                .contains(new BigDecimal("0.6"));
        assertThat(number("300 + 20").number(Map.of())).contains(new BigDecimal("320"));
        assertThat(product.number(Map.of("answers.depth", 0.1))).isEmpty();
        assertThat(number("record.staff / 0").number(Map.of("record.staff", 1.0)))
                .isEmpty();
    }

    @Test
    void a_choice_can_be_the_answer() {
        Rule rule = Rule.parse(
                        scalar(
                                "answers.depth > 320 ? 'red' : answers.depth >= 160 ? 'orange' : answers.depth >= 70 ? 'yellow' : 'blue'"),
                        SCOPE,
                        GRADE,
                        faults)
                .orElseThrow();
        assertThat(List.of(321.0, 320.0, 160.0, 159.0, 70.0, 69.0))
                .extracting(depth -> rule.text(Map.of("answers.depth", depth)).orElse("–"))
                .containsExactly("red", "orange", "orange", "yellow", "yellow", "blue");
    }

    @Test
    void lists_of_choices_can_be_asked() {
        assertThat(rule("'gas' in answers.goods").holds(Map.of("answers.goods", List.of("paint", "gas"))))
                .isTrue();
        assertThat(rule("size(answers.goods) > 1").holds(Map.of("answers.goods", List.of("paint", "gas"))))
                .isTrue();
        assertThat(rule("answers.goods.exists(g, g.startsWith('p'))").holds(Map.of("answers.goods", List.of("paint"))))
                .isTrue();
    }

    @Test
    void an_unknown_name_is_told_with_the_known_ones() {
        assertThat(faultsOf("answers.levle == 'major'"))
                .startsWith("The rule speaks of \"answers.levle\", which is not known. Known: ")
                .contains("answers.level")
                .contains("repeats");
        assertThat(faultsOf("sys.exit()")).contains("\"sys\"");
    }

    @Test
    void a_value_that_a_choice_never_has_is_a_fault() {
        assertThat(faultsOf("answers.level == 'huge'")).contains("\"answers.level\" is never \"huge\"");
        assertThat(faultsOf("'petrol' in answers.goods")).contains("never \"petrol\"");
        assertThat(faultsOf("answers.level in ['major', 'big']")).contains("never \"big\"");
        Rule.parse(scalar("answers.depth > 1 ? 'red' : 'green'"), SCOPE, GRADE, faults);
        assertThat(words()).contains("would answer \"green\"");
    }

    @Test
    void what_does_not_fit_together_is_a_fault_in_one_line() {
        assertThat(faultsOf("answers.note > 3")).contains("no matching overload");
        assertThat(faultsOf("answers.depth + 1")).contains("does not stand");
        assertThat(faultsOf("answers.depth >")).contains("does not stand");
        assertThat(faultsOf("x".repeat(Rule.CHARACTERS_MAX + 1))).contains("does not stand");
        assertThat(faultsOf("(".repeat(60) + "true" + ")".repeat(60))).contains("does not stand");
        assertThat(words()).doesNotContain("\n");
    }

    @Test
    void an_evaluation_is_bounded() {
        Rule nested = rule(
                "answers.goods.all(a, answers.goods.all(b, answers.goods.all(c, a != 'z' && b != 'z' && c != 'z')))");
        List<String> many = java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> "g" + i)
                .toList();
        assertThat(nested.holds(Map.of("answers.goods", many))).isFalse();
    }

    private Rule rule(String source) {
        return Rule.parse(scalar(source), SCOPE, Type.FLAG, faults).orElseThrow(() -> new AssertionError(words()));
    }

    private Rule number(String source) {
        return Rule.parse(scalar(source), SCOPE, Type.NUMBER, faults).orElseThrow(() -> new AssertionError(words()));
    }

    private String faultsOf(String source) {
        Faults own = new Faults();
        Rule.parse(scalar(source), SCOPE, Type.FLAG, own);
        own.faults()
                .forEach(fault -> faults.fault(
                        fault.spot(), fault.code(), fault.refusal().arguments().toArray()));
        return words(own);
    }

    private String words() {
        return words(faults);
    }

    private static String words(Faults of) {
        StringBuilder words = new StringBuilder();
        for (Fault fault : of.faults()) {
            RefusalTexts.Words said = TEXTS.words(fault.refusal(), Locale.ENGLISH);
            words.append(said.sentence()).append(' ').append(said.remedy()).append(' ');
        }
        return words.toString();
    }

    private static RefusalTexts texts() {
        try {
            return new RefusalTexts();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Scalar scalar(String source) {
        return new Scalar(new Spot("cases/hazard.yaml", 7), source, false);
    }
}
