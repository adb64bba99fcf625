package org.yiwang.rounds.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import tools.jackson.databind.JsonNode;

/**
 * What the case of a finding knows from the start: the record that was looked at, the record that this one belongs to (a sampling point its section), whatever
 * the checklist asked under the same name, and what the finding itself says.
 */
public final class CaseAnswers {
    private CaseAnswers() {}

    /**
     * @param form of the case type
     * @param seen answers of the checklist
     * @param record what the register knows of the place; an empty object in rounds over cells
     */
    public static Map<String, List<String>> of(
            Form form, Round round, Subject subject, Finding finding, JsonNode seen, JsonNode record) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        boolean isNamed = subject.register() == null;
        for (Field field : form.fields()) {
            if (finding.answers().containsKey(field.name())) continue;
            if (!isNamed && Objects.equals(field.register(), subject.register())) {
                answers.put(field.name(), List.of(subject.key()));
                isNamed = true;
            } else if (seen.hasNonNull(field.name()) && isAlike(round, field))
                answers.put(field.name(), texts(seen.get(field.name())));
            else belongsTo(round, field, record).ifPresent(key -> answers.put(field.name(), List.of(key)));
        }
        answers.putAll(finding.answers());
        return answers;
    }

    private static boolean isAlike(Round round, Field field) {
        return round.checklist()
                .field(field.name())
                .filter(asked -> asked.kind() == field.kind() && values(field).containsAll(values(asked)))
                .isPresent();
    }

    /** The key under which the record names one of the register that the case asks for. */
    private static Optional<String> belongsTo(Round round, Field field, JsonNode record) {
        if (field.kind() != Kind.RECORD) return Optional.empty();
        return round.record().fields().stream()
                .filter(known -> Objects.equals(known.register(), field.register()))
                .map(known -> record.path(known.name()).asString(""))
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    private static List<String> values(Field field) {
        return field.choices().stream().map(Choice::value).toList();
    }

    private static List<String> texts(JsonNode given) {
        return given.isArray()
                ? given.valueStream().map(JsonNode::asString).toList()
                : List.of(given.isNumber() ? given.decimalValue().toPlainString() : given.asString());
    }
}
