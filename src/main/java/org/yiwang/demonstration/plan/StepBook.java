package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is written down at the steps of handling, by category, step and question. Read from the folder of texts; what it does not know is answered soundly. */
final class StepBook {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, List<TextBook.Line>> lines = new HashMap<>();

    private StepBook(JsonNode file) {
        file.properties().forEach(category -> category.getValue().properties().forEach(step -> step.getValue()
                .properties()
                .forEach(question -> lines.put(
                        name(category.getKey(), step.getKey(), question.getKey()),
                        question.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .map(TextBook.Line::parse)
                                .toList()))));
    }

    static StepBook read(Path folder) throws IOException {
        return new StepBook(YAML.readTree(Files.readString(folder.resolve("steps.yaml"))));
    }

    /** Everything that the step has to be told, and what the book knows beside it. */
    Map<String, List<String>> answers(String category, String step, Form form, Instant at, Talk talk) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            JsonNode data = form.read(answers);
            List<TextBook.Line> known = lines.get(name(category, step, field.name()));
            if (known != null && field.isAsked(data))
                answers.put(field.name(), List.of(said(field, talk.say(known), at)));
            else if (field.isRequired(data)) answers.put(field.name(), List.of(SoundSteps.answer(field, at)));
        }
        return answers;
    }

    private static String said(Field field, String text, Instant at) {
        if (field.kind() != Kind.DATE) return text;
        return LocalDate.ofInstant(at, WorkCalendar.ZONE)
                .plusDays(Integer.parseInt(text.replace("+", "")))
                .toString();
    }

    private static String name(String category, String step, String question) {
        return category + "/" + step + "/" + question;
    }
}
