package org.yiwang.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.yiwang.casework.CategoryQuestions.Question;
import org.yiwang.casework.CategoryQuestions.Value;
import org.yiwang.platform.Refusal;

/** Answers to a category's questions, checked against its definition and put into words for those who will handle the case. */
final class ReportAnswers {
    private static final int TEXT_CHARACTERS_MAX = 500;

    private ReportAnswers() {}

    /**
     * One line an answer, in the words of the catalogue.
     *
     * @param form parameters {@code attribute[key]}, several values as {@code attribute[key][]} or by repetition
     * @throws org.yiwang.platform.RefusedException naming the first attribute that is missing or wrong
     */
    static List<String> lines(List<Question> questions, MultiValueMap<String, String> form) {
        List<String> lines = new ArrayList<>();
        for (Question question : questions) {
            List<String> given = given(question, form);
            if (given.isEmpty() && question.required())
                throw missing("attribute[" + question.key() + "]").exception();
            if (!given.isEmpty()) lines.add(question.zh() + "：" + words(question, given));
        }
        return lines;
    }

    private static List<String> given(Question question, MultiValueMap<String, String> form) {
        List<String> all = new ArrayList<>(form.getOrDefault("attribute[" + question.key() + "]", List.of()));
        all.addAll(form.getOrDefault("attribute[" + question.key() + "][]", List.of()));
        return all.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static String words(Question question, List<String> given) {
        return switch (question.datatype()) {
            case SINGLEVALUELIST -> choice(question, single(question, given));
            case MULTIVALUELIST ->
                String.join(
                        "、", given.stream().map(key -> choice(question, key)).toList());
            case NUMBER -> number(question, single(question, given));
            case DATETIME -> moment(question, single(question, given));
            case STRING, TEXT -> text(question, single(question, given));
        };
    }

    private static String single(Question question, List<String> given) {
        if (given.size() > 1) throw wrong(question, String.join(",", given)).exception();
        return given.getFirst();
    }

    private static String choice(Question question, String key) {
        return question.choices().stream()
                .filter(value -> value.key().equals(key))
                .map(Value::zh)
                .findFirst()
                .orElseThrow(() -> wrong(question, key).exception());
    }

    private static String number(Question question, String text) {
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            throw wrong(question, text).exception();
        }
    }

    private static String moment(Question question, String text) {
        try {
            return OffsetDateTime.parse(text).toString();
        } catch (DateTimeException e) {
            throw wrong(question, text).exception();
        }
    }

    private static String text(Question question, String text) {
        if (text.length() > TEXT_CHARACTERS_MAX)
            throw wrong(question, text.substring(0, 20) + "…").exception();
        return text;
    }

    static Refusal missing(String parameter) {
        return new Refusal(Refusal.Kind.MALFORMED, "exchange.missing", parameter, List.of(parameter));
    }

    private static Refusal wrong(Question question, String given) {
        String field = "attribute[" + question.key() + "]";
        return new Refusal(Refusal.Kind.MALFORMED, "exchange.wrong-answer", field, List.of(question.key(), given));
    }
}
