package org.yiwang.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.Answer;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.ReadYaml;
import org.yiwang.scenario.Texts;
import org.yiwang.scenario.form.Form;

class CheckAnswersTest {
    private static final Form QUESTIONS = form("""
            type: object
            required: [colour]
            properties:
              colour: {type: string, title: 颜色, oneOf: [{const: blue, title: 蓝色}, {const: red, title: 红色}]}
              colours: {type: array, title: 其他颜色, items: {oneOf: [{const: blue, title: 蓝色}, {const: red, title: 红色}]}}
              number: {type: number, title: 数量}
              since: {type: string, format: date-time, title: 何时开始}
              shop: {type: string, title: 店名}
              words: {type: string, x-widget: text, title: 说明}
            """);

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
        assertThat(refusal(Map.of())).isEqualTo("form.missing answers.colour");
        assertThat(refusal(Map.of("colour", Arrays.asList("", null)))).isEqualTo("form.missing answers.colour");
        assertThat(CheckAnswers.of(QUESTIONS, Map.of(), false)).isEmpty();
    }

    @Test
    void each_kind_of_question_refuses_what_is_no_answer_to_it() {
        assertThat(refusal("colour", "green")).isEqualTo("form.not-listed answers.colour");
        assertThat(refusal("colour", "blue", "red")).isEqualTo("form.not-single answers.colour");
        assertThat(refusal("colours", "blue", "green")).isEqualTo("form.not-listed answers.colours");
        assertThat(refusal("number", "many")).isEqualTo("form.not-number answers.number");
        assertThat(refusal("since", "yesterday")).isEqualTo("form.not-moment answers.since");
        assertThat(refusal("since", "2021-11-09T22:30")).isEqualTo("form.not-moment answers.since");
        assertThat(refusal("shop", "店".repeat(101))).isEqualTo("form.too-long answers.shop");
        assertThat(refusal("words", "字".repeat(501))).isEqualTo("form.too-long answers.words");
        assertThat(refusal("weather", "rain")).isEqualTo("form.unknown-field answers.weather");
    }

    @Test
    void a_number_that_would_fill_the_memory_when_written_out_is_none() {
        assertThat(refusal("number", "1E999999999")).isEqualTo("form.not-number answers.number");
        assertThat(refusal("number", "1".repeat(10_000))).isEqualTo("form.not-number answers.number");
        assertThat(refusal("since", "+999999999-01-01T00:00:00Z")).isEqualTo("form.not-moment answers.since");
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

    private static Form form(String yaml) {
        Faults faults = new Faults();
        Node node = ReadYaml.of("form.yaml", yaml.getBytes(UTF_8), faults).orElseThrow();
        Form form = Form.parse(node, "form", Texts.none(), faults);
        assertThat(faults.all()).isEmpty();
        return form;
    }
}
