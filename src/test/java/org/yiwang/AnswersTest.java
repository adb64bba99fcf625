package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import tools.jackson.databind.JsonNode;

/** Answers to a category's questions over HTTP: the same check for staff and residents, and shown to both in words. */
@Tag("database")
class AnswersTest {
    private static RunningProduct product;
    private static HttpVisitor operator;
    private static HttpVisitor resident;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        operator = product.signedIn("operator");
        resident = product.visitor();
    }

    @Test
    void what_staff_register_is_shown_as_question_and_answer_in_both_languages() {
        Answer taken = register(
                "E0506", Map.of("operator", "blue", "number", List.of("12"), "blocks", List.of("pavement", "tactile")));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        JsonNode answers =
                operator.get("/api/v1/cases/" + taken.get("id")).json().get("answers");
        assertThat(answers.findValuesAsString("question")).containsExactly("operator", "number", "blocks");
        JsonNode blocks = answers.get(2);
        assertThat(blocks.get("zh").asString()).isEqualTo("挡住了什么");
        assertThat(blocks.get("en").asString()).isEqualTo("What they block");
        assertThat(blocks.get("values").findValuesAsString("zh")).containsExactly("人行道", "盲道");
        assertThat(blocks.get("values").findValuesAsString("en")).containsExactly("Pavement", "Tactile paving");
        assertThat(operator.get("/api/v1/cases/" + taken.get("id")).get("description"))
                .isEqualTo("路边的情况");
    }

    @Test
    void a_resident_finds_the_own_answers_on_the_private_page() {
        Answer taken = report("B0106", Map.of("fault", "flicker", "pole", "DQ-0172"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        Answer followed = resident.get("/api/v1/public/reports/" + taken.get("token"));
        assertThat(followed.json().get("answers").findValuesAsString("zh"))
                .containsExactly("灯杆编号", "DQ-0172", "故障情况", "闪烁");
        assertThat(followed.get("description")).isEqualTo("路边的情况");
    }

    @Test
    void everybody_learns_beforehand_what_is_asked() {
        JsonNode choices = resident.get("/api/v1/public/categories").json();
        JsonNode lamp = choices.valueStream()
                .filter(choice -> choice.get("code").asString().equals("B0106"))
                .findFirst()
                .orElseThrow();
        JsonNode asked = operator.get("/api/v1/dictionary").json().get("forms").get("B0106");
        assertThat(lamp.get("form")).isEqualTo(asked);
        assertThat(asked.findValuesAsString("kind")).containsExactly("line", "choice", "number");
    }

    @Test
    void what_is_no_answer_is_refused_with_its_field_and_a_remedy_on_every_way_in() {
        refused("B0106", Map.of(), "form.missing", "answers.fault");
        refused("B0106", Map.of("fault", "green"), "form.not-listed", "answers.fault");
        refused("B0106", Map.of("fault", List.of("dark", "day")), "form.not-single", "answers.fault");
        refused("E0506", Map.of("blocks", List.of("moon")), "form.not-listed", "answers.blocks");
        refused("E0506", Map.of("number", "1E999999999"), "form.not-number", "answers.number");
        refused("E0510", Map.of("since", "昨晚"), "form.not-moment", "answers.since");
        refused("E0501", Map.of("shop", "店".repeat(101)), "form.too-long", "answers.shop");
        refused("E0516", Map.of("room", "502", "signs", "字".repeat(501)), "form.too-long", "answers.signs");
        refused("E0501", Map.of("weather", "rain"), "form.unknown-field", "answers.weather");
    }

    private static void refused(String category, Map<String, Object> answers, String code, String field) {
        for (Answer answer : List.of(register(category, answers), report(category, answers))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.get("code")).isEqualTo(code);
            assertThat(answer.get("field")).isEqualTo(field);
            assertThat(answer.get("title")).isNotBlank();
            assertThat(answer.get("remedy")).isNotBlank();
        }
        Answer english = operator.with("Accept-Language", "en").post("/api/v1/cases", matter(category, answers));
        assertThat(english.get("title")).doesNotContain("{").matches(".*[A-Za-z]{3}.*");
        assertThat(english.get("remedy")).matches("[\\x20-\\x7e]+");
    }

    private static Answer register(String category, Map<String, Object> answers) {
        return operator.post("/api/v1/cases", matter(category, answers));
    }

    private static Answer report(String category, Map<String, Object> answers) {
        return resident.post("/api/v1/public/reports", matter(category, answers));
    }

    private static Map<String, Object> matter(String category, Map<String, Object> answers) {
        return new HashMap<>(Map.of(
                "category", category, "description", "路边的情况", "place", RunningProduct.PLACE, "answers", answers));
    }
}
