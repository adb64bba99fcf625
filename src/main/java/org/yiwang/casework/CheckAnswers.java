package org.yiwang.casework;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CategoryQuestions.Question;
import org.yiwang.casework.CategoryQuestions.Value;
import org.yiwang.casework.model.Answer;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;

/** Holds what was answered against what was asked, for every channel alike; the fields it names are {@code answers.KEY}. */
public final class CheckAnswers {
    public static final String FIELD = "answers.";
    private static final int STRING_CHARACTERS_MAX = 100;
    private static final int TEXT_CHARACTERS_MAX = 500;
    private static final int SHOWN_CHARACTERS_MAX = 40;

    /** Short, because a number such as 1E999999999 is written out by nobody but could be by us. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;

    private CheckAnswers() {}

    /**
     * The answers as they are kept, in the order of the questions.
     *
     * @param given values by the key of the question; blank ones are none
     * @param isWhole whether what must be answered has to be there: not for the past, when perhaps nobody asked
     * @throws RefusedException naming the first answer that is missing or wrong
     */
    public static List<Answer> of(
            List<Question> questions, Map<String, ? extends @Nullable List<String>> given, boolean isWhole) {
        unknown(questions, given);
        List<Answer> answers = new ArrayList<>();
        for (Question question : questions) {
            List<String> values = values(given.get(question.key()));
            if (!values.isEmpty()) answers.add(new Answer(question.key(), kept(question, values)));
            else if (isWhole && question.required()) throw refused(question, "case.answer-missing");
        }
        return List.copyOf(answers);
    }

    private static void unknown(List<Question> questions, Map<String, ?> given) {
        for (String key : given.keySet()) {
            if (questions.stream().noneMatch(question -> question.key().equals(key)))
                throw Refusal.invalid(FIELD + key, "case.unknown-question", shown(key), keys(questions))
                        .exception();
        }
    }

    private static List<String> values(@Nullable List<String> given) {
        if (given == null) return List.of();
        return given.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> kept(Question question, List<String> values) {
        return switch (question.datatype()) {
            case MULTIVALUELIST ->
                values.stream().map(key -> choice(question, key)).toList();
            case SINGLEVALUELIST -> List.of(choice(question, single(question, values)));
            case NUMBER -> List.of(number(question, single(question, values)));
            case DATETIME -> List.of(moment(question, single(question, values)));
            case STRING -> List.of(text(question, single(question, values), STRING_CHARACTERS_MAX));
            case TEXT -> List.of(text(question, single(question, values), TEXT_CHARACTERS_MAX));
        };
    }

    private static String single(Question question, List<String> values) {
        if (values.size() > 1) throw refused(question, "case.answer-not-single", values.size());
        return values.getFirst();
    }

    private static String choice(Question question, String key) {
        if (question.choices().stream().noneMatch(value -> value.key().equals(key)))
            throw refused(
                    question,
                    "case.answer-not-listed",
                    shown(key),
                    list(question, "、", Value::zh),
                    list(question, ", ", Value::en));
        return key;
    }

    private static String number(Question question, String text) {
        if (!NUMBER.matcher(text).matches()) throw refused(question, "case.answer-not-number", shown(text));
        return new BigDecimal(text).toPlainString();
    }

    private static String moment(Question question, String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year >= YEAR_MIN && year <= YEAR_MAX) return moment.toInstant().toString();
        } catch (DateTimeException e) {
            // Told below, as a year that nobody can mean is.
        }
        throw refused(question, "case.answer-not-moment", shown(text));
    }

    private static String text(Question question, String text, int charactersMax) {
        if (text.length() > charactersMax) throw refused(question, "case.answer-too-long", charactersMax);
        return text;
    }

    /** Arguments {0} and {1} are the question in Chinese and English. */
    private static RefusedException refused(Question question, String code, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(question.zh(), question.en()));
        arguments.addAll(List.of(more));
        return Refusal.invalid(FIELD + question.key(), code, arguments.toArray())
                .exception();
    }

    private static String list(Question question, String comma, Function<Value, String> words) {
        return question.choices().stream()
                .map(value -> value.key() + " (" + words.apply(value) + ")")
                .collect(Collectors.joining(comma));
    }

    private static String keys(List<Question> questions) {
        return questions.isEmpty() ? "–" : questions.stream().map(Question::key).collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS_MAX ? text : text.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
