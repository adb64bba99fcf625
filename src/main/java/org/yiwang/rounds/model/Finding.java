package org.yiwang.rounds.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;
import org.yiwang.scenario.form.Opens;
import tools.jackson.databind.JsonNode;

/**
 * Something seen that opens a case.
 *
 * @param field whose answer it is; null where a rule holds over several
 * @param ruled what the rule says; null of an answer
 * @param key tells the findings of a stop apart
 * @param said what was seen in Chinese, as it stands in the case
 * @param category code of the case type
 * @param answers that the finding itself gives to the questions of the case type
 */
public record Finding(
        @Nullable Field field,
        @Nullable Words ruled,
        String key,
        String said,
        String category,
        Map<String, List<String>> answers) {

    static Finding ofRule(Words says, String key, String category, Map<String, List<String>> answers) {
        return new Finding(null, says, key, says.zh(), category, answers);
    }

    /** Where it stands among what was asked: the field's name, or the rule's. */
    public String place() {
        return field == null ? key : field.name();
    }

    /**
     * In the order of the checklist, then of the rules.
     *
     * @param record what the register knows of the place; an empty object in rounds over cells
     */
    public static List<Finding> of(Round round, JsonNode answers, JsonNode record) {
        Map<String, Object> values = new HashMap<>(round.checklist().values("answers", answers));
        values.putAll(round.record().values("record", record));
        return Stream.concat(
                        round.checklist().fields().stream()
                                .filter(field -> field.isAsked(answers))
                                .flatMap(field -> Stream.concat(choices(field, answers), numbers(field, answers))),
                        round.opens().stream().flatMap(rule -> rule.finding(values).stream()))
                .toList();
    }

    private static Finding answered(Field field, String answer, String said, String category) {
        return new Finding(
                field, null, field.name() + "-" + answer, field.title().zh() + "：" + said, category, Map.of());
    }

    private static Stream<Finding> choices(Field field, JsonNode answers) {
        return field.choices().stream()
                .filter(choice -> choice.opens() != null && isGiven(field, choice, answers))
                .map(choice -> answered(field, choice.value(), choice.title().zh(), String.valueOf(choice.opens())));
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
                .map(opens -> answered(field, opens.code(), said(field, given.decimalValue(), opens), opens.code()));
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
