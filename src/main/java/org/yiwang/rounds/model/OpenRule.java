package org.yiwang.rounds.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.rule.Rule;

/**
 * A case that what was seen opens together with what the register knows, such as more bicycles than a line has room for.
 *
 * @param name tells the rules of a round apart
 * @param code of the case type
 * @param when over {@code answers.*} and, in rounds over a register, {@code record.*}
 * @param says what is wrong, as it stands in the case
 * @param answers of the case, by the fields of its form; one whose expression has no value is left out
 */
public record OpenRule(String name, String code, Rule when, Words says, Map<String, Rule> answers) {

    boolean speaksOf(String name) {
        return when.names().contains(name)
                || answers.values().stream().anyMatch(rule -> rule.names().contains(name));
    }

    Optional<Finding> finding(Map<String, ?> values) {
        if (!when.holds(values)) return Optional.empty();
        Map<String, List<String>> given = new LinkedHashMap<>();
        answers.forEach((field, rule) -> value(rule, values).ifPresent(text -> given.put(field, List.of(text))));
        return Optional.of(Finding.ofRule(says, name, code, given));
    }

    private static Optional<String> value(Rule rule, Map<String, ?> values) {
        return rule.text(values).or(() -> rule.number(values).map(number -> number.toPlainString()));
    }
}
