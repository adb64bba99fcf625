package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.form.Condition;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;

/** Something acceptable for everything that a category must have answered. */
final class AnyAnswers {
    private static final Map<String, CaseType> TYPES = new StandardCatalogue()
            .published().values().stream()
                    .flatMap(versions ->
                            ReadCaseTypes.of(versions.getFirst().files(), new Faults()).types().values().stream())
                    .collect(Collectors.toMap(type -> type.category().code(), type -> type));

    private AnyAnswers() {}

    static Form form(String category) {
        CaseType type = TYPES.get(category);
        return type == null ? Form.empty() : type.form();
    }

    static Map<String, List<String>> to(String category) {
        return form(category).fields().stream()
                .filter(field -> field.required().contains(Condition.ALWAYS))
                .collect(Collectors.toMap(Field::name, AnyAnswers::to));
    }

    private static List<String> to(Field field) {
        return List.of(
                switch (field.kind()) {
                    case CHOICE, CHOICES -> field.choices().getFirst().value();
                    case NUMBER, INTEGER -> "3";
                    case DATE -> "2021-11-09";
                    case MOMENT -> "2021-11-09T09:00:00+08:00";
                    case YES_NO -> "true";
                    case LINE, TEXT, RECORD, PHOTOS, PLACE -> "三单元";
                });
    }
}
