package org.yiwang.casework;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Answer;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what was answered against the form of the category, for every channel alike; the fields it names are {@code answers.KEY}. */
public final class CheckAnswers {
    public static final String FIELD = "answers.";
    private static final String MISSING = "form.missing";

    private CheckAnswers() {}

    /**
     * The answers as they are kept, in the order of the questions.
     *
     * @param given values by the name of the field; blank ones are none
     * @param isWhole whether what must be answered has to be there: not for the past, when perhaps nobody asked
     * @throws RefusedException naming the first answer that is missing or wrong
     */
    public static List<Answer> of(Form form, Map<String, ? extends @Nullable List<String>> given, boolean isWhole) {
        ObjectNode data = form.computed(form.read(given));
        form.check(data).stream()
                .filter(fault -> isWhole || !fault.code().equals(MISSING))
                .findFirst()
                .ifPresent(CheckAnswers::refuse);
        List<Answer> answers = new ArrayList<>();
        for (Field field : form.fields()) {
            JsonNode value = data.get(field.name());
            if (value != null) answers.add(new Answer(field.name(), kept(field, value)));
        }
        return List.copyOf(answers);
    }

    private static void refuse(FieldFault fault) {
        Refusal refusal = fault.refusal();
        throw Refusal.invalid(
                        FIELD + fault.field(),
                        refusal.code(),
                        refusal.arguments().toArray())
                .exception();
    }

    private static List<String> kept(Field field, JsonNode value) {
        if (value.isArray()) return value.valueStream().map(JsonNode::asString).toList();
        if (field.kind() == Kind.MOMENT)
            return List.of(OffsetDateTime.parse(value.asString()).toInstant().toString());
        if (value.isNumber()) return List.of(((BigDecimal) value.numberValue()).toPlainString());
        return List.of(value.asString());
    }
}
