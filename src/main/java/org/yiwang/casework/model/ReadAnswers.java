package org.yiwang.casework.model;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what was answered against a form; the fields it names are {@code answers.KEY}. */
public final class ReadAnswers {
    public static final String FIELD = "answers.";
    private static final String MISSING = "form.missing";

    private ReadAnswers() {}

    /**
     * The first answer that is missing or wrong.
     *
     * @param isWhole whether what must be answered has to be there: not for the past, when perhaps nobody asked
     */
    public static Optional<Refusal> fault(
            Form form, Map<String, ? extends @Nullable List<String>> given, boolean isWhole) {
        return form.check(form.computed(form.read(given))).stream()
                .filter(fault -> isWhole || !fault.code().equals(MISSING))
                .findFirst()
                .map(fault -> Refusal.invalid(
                        FIELD + fault.field(),
                        fault.code(),
                        fault.refusal().arguments().toArray()));
    }

    /** The answers as they are kept, in the order of the questions. */
    public static List<Answer> kept(Form form, Map<String, ? extends @Nullable List<String>> given) {
        return of(form, form.computed(form.read(given)));
    }

    /** What of data rules can speak of: neither photos nor places. */
    public static List<Answer> spoken(Form form, ObjectNode data) {
        ObjectNode open = data.deepCopy();
        form.fields().stream()
                .filter(field -> field.kind() == Kind.PHOTOS || field.kind() == Kind.PLACE || field.personal())
                .forEach(field -> open.remove(field.name()));
        return of(form, open);
    }

    private static List<Answer> of(Form form, ObjectNode data) {
        List<Answer> answers = new ArrayList<>();
        for (Field field : form.fields()) {
            JsonNode value = data.get(field.name());
            if (value != null && !value.isNull()) answers.add(new Answer(field.name(), kept(field, value)));
        }
        return List.copyOf(answers);
    }

    private static List<String> kept(Field field, JsonNode value) {
        if (value.isArray()) return value.valueStream().map(JsonNode::asString).toList();
        if (field.kind() == Kind.MOMENT)
            return List.of(OffsetDateTime.parse(value.asString()).toInstant().toString());
        if (value.isNumber()) return List.of(value.decimalValue().toPlainString());
        return List.of(value.asString());
    }
}
