package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.CategoryQuestions.Datatype;
import org.yiwang.casework.CategoryQuestions.Question;
import org.yiwang.casework.CategoryQuestions.Value;
import org.yiwang.casework.model.Answer;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;

class CheckAnswersTest {
    private static final List<Value> COLOURS = List.of(new Value("blue", "蓝色", "Blue"), new Value("red", "红色", "Red"));
    private static final List<Question> QUESTIONS = List.of(
            question("colour", Datatype.SINGLEVALUELIST, true),
            question("colours", Datatype.MULTIVALUELIST, false),
            question("number", Datatype.NUMBER, false),
            question("since", Datatype.DATETIME, false),
            question("shop", Datatype.STRING, false),
            question("words", Datatype.TEXT, false));

    @Test
    void answers_are_kept_in_the_order_of_the_questions_and_in_a_form_of_their_own() {
        Map<String, List<String>> given = Map.of(
                "words", List.of(" 每天都这样 "),
                "since", List.of("2021-11-09T22:30:00+08:00"),
                "number", List.of("012.50"),
                "colours", List.of("red", "blue", "red"),
                "colour", List.of("blue"),
                "shop", List.of(" "));
        assertThat(CheckAnswers.of(QUESTIONS, given, true))
                .containsExactly(
                        new Answer("colour", List.of("blue")),
                        new Answer("colours", List.of("red", "blue")),
                        new Answer("number", List.of("12.50")),
                        new Answer("since", List.of("2021-11-09T14:30:00Z")),
                        new Answer("words", List.of("每天都这样")));
    }

    @Test
    void what_must_be_answered_is_asked_for_today_but_not_of_the_past() {
        assertThat(refusal(Map.of())).isEqualTo("case.answer-missing answers.colour");
        assertThat(refusal(Map.of("colour", Arrays.asList("", null)))).isEqualTo("case.answer-missing answers.colour");
        assertThat(CheckAnswers.of(QUESTIONS, Map.of(), false)).isEmpty();
    }

    @Test
    void each_kind_of_question_refuses_what_is_no_answer_to_it() {
        assertThat(refusal("colour", "green")).isEqualTo("case.answer-not-listed answers.colour");
        assertThat(refusal("colour", "blue", "red")).isEqualTo("case.answer-not-single answers.colour");
        assertThat(refusal("colours", "blue", "green")).isEqualTo("case.answer-not-listed answers.colours");
        assertThat(refusal("number", "many")).isEqualTo("case.answer-not-number answers.number");
        assertThat(refusal("since", "yesterday")).isEqualTo("case.answer-not-moment answers.since");
        assertThat(refusal("since", "2021-11-09T22:30")).isEqualTo("case.answer-not-moment answers.since");
        assertThat(refusal("shop", "店".repeat(101))).isEqualTo("case.answer-too-long answers.shop");
        assertThat(refusal("words", "字".repeat(501))).isEqualTo("case.answer-too-long answers.words");
        assertThat(refusal("weather", "rain")).isEqualTo("case.unknown-question answers.weather");
    }

    @Test
    void a_number_that_would_fill_the_memory_when_written_out_is_none() {
        assertThat(refusal("number", "1E999999999")).isEqualTo("case.answer-not-number answers.number");
        assertThat(refusal("number", "1".repeat(10_000))).isEqualTo("case.answer-not-number answers.number");
        assertThat(refusal("since", "+999999999-01-01T00:00:00Z")).isEqualTo("case.answer-not-moment answers.since");
    }

    private static String refusal(String key, String... values) {
        Map<String, List<String>> given = new HashMap<>(Map.of("colour", List.of("blue")));
        given.put(key, List.of(values));
        return refusal(given);
    }

    private static String refusal(Map<String, List<String>> given) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> CheckAnswers.of(QUESTIONS, given, true))
                .isInstanceOfSatisfying(RefusedException.class, e -> refusal[0] = e.refusal());
        return refusal[0].code() + " " + refusal[0].field();
    }

    private static Question question(String key, Datatype datatype, boolean required) {
        boolean list = datatype == Datatype.SINGLEVALUELIST || datatype == Datatype.MULTIVALUELIST;
        return new Question(key, "问题" + key, "Question " + key, datatype, required, list ? COLOURS : null);
    }
}
