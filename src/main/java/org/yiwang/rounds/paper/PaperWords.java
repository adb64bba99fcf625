package org.yiwang.rounds.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What stands on the paper, in one language. */
record PaperWords(String language) {
    private record Word(String zh, String en) {}

    private static final Map<String, Word> WORDS = load();
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private static Map<String, Word> load() {
        try (InputStream yaml = PaperWords.class.getResourceAsStream("/rounds/record.yaml")) {
            if (yaml == null) throw new IllegalStateException("/rounds/record.yaml is missing from this build");
            return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEnglish() {
        return language.equals("en");
    }

    String of(String id) {
        Word word = WORDS.get(id);
        if (word == null) throw new IllegalArgumentException("The paper has no word " + id);
        return isEnglish() ? word.en() : word.zh();
    }

    String of(String id, Object value) {
        return of(id).replace("{0}", String.valueOf(value));
    }

    String of(Words words) {
        return words.in(language);
    }

    String colon() {
        return isEnglish() ? ": " : "：";
    }

    String time(Instant at) {
        return (isEnglish() ? EN : ZH).format(at.atZone(WorkCalendar.ZONE));
    }

    /** An answer as a person reads it. */
    String answer(Field field, JsonNode given) {
        return switch (field.kind()) {
            case CHOICE -> choice(field, given);
            case CHOICES ->
                given.valueStream()
                        .map(one -> choice(field, one))
                        .collect(Collectors.joining(isEnglish() ? ", " : "、"));
            case YES_NO -> of(given.asBoolean() ? "yes" : "no");
            case NUMBER, INTEGER ->
                given.decimalValue().toPlainString() + (field.unit() == null ? "" : " " + of(field.unit()));
            case MOMENT -> time(java.time.OffsetDateTime.parse(given.asString()).toInstant());
            case PHOTOS -> String.valueOf(given.size());
            case PLACE -> given.get(0).asString() + ", " + given.get(1).asString();
            case LINE, TEXT, DATE, RECORD -> given.asString();
        };
    }

    private String choice(Field field, JsonNode given) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(given.asString()))
                .map(Choice::title)
                .map(this::of)
                .findFirst()
                .orElse(given.asString());
    }
}
