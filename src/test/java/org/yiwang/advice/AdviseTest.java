package org.yiwang.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;

/** What an operator is advised while taking a matter up, and how corrections become lessons; on the demonstration's year. */
@Tag("database")
class AdviseTest {
    private static final Duration LESSON_MAX = Duration.ofSeconds(30);
    private static final String TEXT = "小区保洁不到位，楼道三周未拖洗，物业电话长期占线，要求督促物业整改";

    private static RunningDemo demo;
    private static HttpVisitor operator;

    @BeforeAll
    static void teach() throws InterruptedException {
        demo = RunningDemo.loaded();
        operator = demo.signedIn("operator");
        Answer taught = demo.signedIn("chief").post("/api/v1/advice/teach", Map.of());
        assertThat(taught.status()).as(taught.text()).isEqualTo(200);
        assertThat(taught.json().path("measure").path("cases").asInt()).isGreaterThan(1_000);
    }

    @Test
    void a_text_gets_a_category_with_certainty_the_words_that_spoke_for_it_and_two_closed_cases() {
        JsonNode best = ask(Map.of("text", TEXT)).path("categories").get(0);
        assertThat(best.path("category").asString()).isEqualTo("H0101");
        assertThat(best.path("confidence").asDouble()).isBetween(0.4, 1.0);
        assertThat(best.path("words")).isNotEmpty();
        assertThat(best.path("precedents")).hasSize(2);
    }

    @Test
    void what_nobody_ever_reported_is_not_chosen_beforehand() {
        JsonNode advice = ask(Map.of("text", "关于量子纠缠的哲学提问"));
        assertThat(advice.path("sure").asBoolean()).isFalse();
    }

    @Test
    void an_estate_named_in_the_text_is_found_on_the_map() {
        JsonNode place = ask(Map.of("text", "东田公寓门口有人占道堆物")).path("places").get(0);
        assertThat(place.path("name").asString()).isEqualTo("东田公寓");
        assertThat(place.path("kind").asString()).isEqualTo("estate");
        assertThat(place.path("words").get(0).asString()).isEqualTo("东田公寓");
        assertThat(place.path("earlier").asInt()).isPositive();
    }

    @Test
    void the_third_order_of_a_caller_within_thirty_days_is_a_matter_for_the_meeting() {
        String phone = "1390" + System.nanoTime() % 10_000_000;
        register(TEXT, "H0101", phone);
        JsonNode second =
                ask(Map.of("text", TEXT, "category", "H0101", "phone", phone)).path("alike");
        assertThat(second.path("items").get(0).path("sameCaller").asBoolean()).isTrue();
        register(TEXT, "H0101", phone);
        JsonNode third =
                ask(Map.of("text", TEXT, "category", "H0101", "phone", phone)).path("alike");
        assertThat(third.path("repeats").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(third.path("meeting").asBoolean()).isTrue();
    }

    @Test
    void the_lead_is_the_one_that_the_case_page_suggests_too() {
        JsonNode registered = register(TEXT, "H0101", null);
        String id = registered.path("id").asString();
        Map<String, Object> matter = new HashMap<>(Map.of("text", TEXT, "category", "H0101"));
        matter.put("lon", registered.path("place").path("lon").asDouble());
        matter.put("lat", registered.path("place").path("lat").asDouble());
        String before = ask(matter).path("leads").get(0).path("unit").asString();
        JsonNode after = operator.get("/api/v1/cases/" + id + "/suggestions")
                .json()
                .path("lead")
                .get(0);
        assertThat(before).isEqualTo(after.path("unit").asString());
    }

    @Test
    void accepting_under_another_category_is_a_lesson() throws InterruptedException {
        JsonNode registered = register("停车位被私装地锁占用，" + System.nanoTime(), "H0101", null);
        String id = registered.path("id").asString();
        Answer accepted = operator.post("/api/v1/cases/" + id + "/actions/accept", Map.of("category", "H0102"));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        JsonNode lesson = lesson(registered.path("number").asString(), "H0102");
        assertThat(lesson.path("kind").asString()).isEqualTo("category");
        assertThat(lesson.path("suggested").asString()).isNotEqualTo("H0102");
    }

    @Test
    void nobody_who_may_not_register_cases_is_advised() {
        assertThat(demo.signedIn("handler-chengguan")
                        .post("/api/v1/advice", Map.of("text", TEXT))
                        .status())
                .isEqualTo(403);
        assertThat(operator.post("/api/v1/advice/teach", Map.of()).status()).isEqualTo(403);
    }

    /** Lessons are kept in the background. */
    static JsonNode lesson(String number, String chosen) throws InterruptedException {
        HttpVisitor visitor = RunningDemo.loaded().signedIn("operator");
        for (long waited = 0; waited < LESSON_MAX.toMillis(); waited += 200) {
            for (JsonNode one : visitor.get("/api/v1/advice/quality").json().path("lessons")) {
                boolean isIt = one.path("number").asString().equals(number)
                        && one.path("chosen").asString("").equals(chosen);
                if (isIt) return one;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no lesson of " + number + " to " + chosen);
    }

    private static JsonNode ask(Map<String, Object> question) {
        Answer answer = operator.post("/api/v1/advice", question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode register(String text, String category, @org.jspecify.annotations.Nullable String phone) {
        Map<String, Object> matter = new HashMap<>(Map.of(
                "category",
                category,
                "channel",
                "hotline",
                "description",
                text,
                "place",
                Map.of("lon", 121.5399, "lat", 31.2716, "address", "长阳路")));
        if (phone != null) matter.put("reporter", Map.of("phone", phone));
        Answer answer = operator.post("/api/v1/cases", matter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void versions_are_kept_with_what_they_proved_and_what_they_mix_up() {
        List<JsonNode> versions = new java.util.ArrayList<>();
        operator.get("/api/v1/advice/quality").json().path("versions").forEach(versions::add);
        assertThat(versions).filteredOn(one -> one.path("inForce").asBoolean()).hasSize(1);
        assertThat(versions.getFirst().path("measure").path("first").asInt()).isPositive();
        assertThat(versions.getFirst().path("places")).isNotEmpty();
    }
}
