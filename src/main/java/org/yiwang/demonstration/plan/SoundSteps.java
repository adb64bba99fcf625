package org.yiwang.demonstration.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** What is written down at a step of handling that goes as it should. */
public final class SoundSteps {
    private static final int DAYS = 10;
    private static final Map<String, String> WORDS = words();

    private SoundSteps() {}

    /** Everything that the step has to be told. */
    public static Map<String, List<String>> answers(Form form, Instant at) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            JsonNode data = form.read(answers);
            if (field.isRequired(data)) answers.put(field.name(), List.of(answer(field, at)));
        }
        return answers;
    }

    private static String answer(Field field, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        return switch (field.kind()) {
            case CHOICE, CHOICES -> field.choices().getFirst().value();
            case NUMBER, INTEGER -> within(field).toPlainString();
            case YES_NO -> "true";
            case DATE -> day.plusDays(DAYS).toString();
            case MOMENT -> at.toString();
            case LINE, TEXT -> WORDS.getOrDefault(field.title().zh(), "按要求落实");
            case PHOTOS, PLACE, RECORD -> throw new IllegalStateException("Nobody can make up " + field.name());
        };
    }

    private static BigDecimal within(Field field) {
        BigDecimal least = field.bounds().min();
        return least == null ? BigDecimal.ONE : least.max(BigDecimal.ONE);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("责任人", "单位主要负责人");
        words.put("整改责任人", "单位主要负责人");
        words.put("整改措施", "拆除隔间和床铺，加设防火分隔，恢复安全出口");
        words.put("应急预案", "已制定并组织演练");
        return Map.copyOf(words);
    }
}
