package org.yiwang.rounds.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;
import org.yiwang.scenario.form.Opens;
import tools.jackson.databind.JsonNode;

/**
 * An answer that opens a case.
 *
 * @param answer the choice, or for a number the code: what tells the findings of a field apart
 * @param said the answer in Chinese, as it stands in the case
 * @param category code of the case type
 */
public record Finding(Field field, String answer, String said, String category) {

    /** In the order of the checklist. */
    public static List<Finding> of(Round round, JsonNode answers) {
        return round.checklist().fields().stream()
                .filter(field -> field.isAsked(answers))
                .flatMap(field -> Stream.concat(choices(field, answers), numbers(field, answers)))
                .toList();
    }

    private static Stream<Finding> choices(Field field, JsonNode answers) {
        return field.choices().stream()
                .filter(choice -> choice.opens() != null && isGiven(field, choice, answers))
                .map(choice -> new Finding(field, choice.value(), choice.title().zh(), String.valueOf(choice.opens())));
    }

    private static boolean isGiven(Field field, Choice choice, JsonNode answers) {
        JsonNode given = answers.path(field.name());
        return field.kind() == Kind.CHOICES
                ? given.valueStream().anyMatch(one -> one.asString("").equals(choice.value()))
                : given.asString("").equals(choice.value());
    }

    private static Stream<Finding> numbers(Field field, JsonNode answers) {
        JsonNode given = answers.path(field.name());
        if (!given.isNumber()) return Stream.empty();
        return field.opens().stream()
                .filter(opens -> opens.holds(given.decimalValue()))
                .limit(1)
                .map(opens -> new Finding(field, opens.code(), said(field, given.decimalValue(), opens), opens.code()));
    }

    private static String said(Field field, BigDecimal value, Opens opens) {
        String unit = field.unit() == null ? "" : " " + field.unit().zh();
        BigDecimal above = opens.above();
        String limit = above != null && value.compareTo(above) > 0
                ? "高于 " + above.toPlainString()
                : "低于 " + String.valueOf(opens.below());
        return value.toPlainString() + unit + "，" + limit + unit;
    }
}
