package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;

/** An internal road on record, and its plan from the survey to the acceptance. */
@Tag("browser")
class RoadPlanTest {
    @Test
    void a_road_goes_from_the_register_to_a_plan_that_is_done() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            HttpVisitor operator = demo.signedIn("operator");
            Answer road = operator.post(
                    "/api/v1/registers/road/entries",
                    Map.of(
                            "data",
                                    Map.of(
                                            "number",
                                            "N-017",
                                            "name",
                                            "长阳新苑北弄",
                                            "kind",
                                            "internal",
                                            "length",
                                            180,
                                            "surface",
                                            "concrete"),
                            "shape",
                                    Map.of(
                                            "type",
                                            "LineString",
                                            "coordinates",
                                            List.of(List.of(121.5395, 31.2714), List.of(121.5403, 31.2718)))));
            assertThat(road.status()).as(road.text()).isEqualTo(201);
            Answer plan = operator.post(
                    "/api/v1/cases",
                    Map.of(
                            "category",
                            "R0701",
                            "description",
                            "路面破损，一年内投诉集中",
                            "place",
                            Matter.PLACE,
                            "answers",
                            Map.of("road", "N-017", "reason", "complaints", "complaints", "14")));
            assertThat(plan.status()).as(plan.text()).isEqualTo(201);
            String id = plan.get("id");
            act(operator, id, "accept", Map.of());
            act(operator, id, "dispatch", Map.of("unit", "chengjian"));
            HttpVisitor lead = demo.signedIn("head-chengjian");
            act(lead, id, "claim", Map.of());

            Page desk = chromium.staff("head-chengjian", DESK, "/desk/case/" + id);
            assertThat(desk.locator("[data-step=survey]")).hasClass("next");
            assertThat(desk.locator(".steps li")).hasCount(6);
            desk.locator("[data-step=survey] .take").click();
            desk.locator("form.action [name='answers.condition']").selectOption("bad");
            desk.locator("form.action [name='answers.area']").fill("320");
            desk.locator("form.action [name='answers.findings']").fill("坑洼二十余处");
            desk.locator("form.action input[type=file]").first().setInputFiles(Moves.photo(false));
            assertThat(desk.locator("form.action img")).hasCount(1);
            desk.locator("form.action button[type=submit]").click();
            assertThat(desk.locator("[data-step=survey]")).hasClass("taken");
            Chromium.keep(desk, "desk-road-plan");

            step(lead, id, "duty", Map.of("body", "长阳新苑业委会", "basis", "meeting", "agreed", "true"), 0);
            step(
                    lead,
                    id,
                    "scheme",
                    Map.of("measures", "铣刨加罩", "cost", "260000", "source", "shared", "until", "2022-06-30"),
                    0);
            step(lead, id, "consent", Map.of("asked", "96", "agreed", "81"), 0);
            step(lead, id, "works", Map.of("builder", "城建养护公司", "begun", "2022-03-01", "finished", "2022-04-20"), 1);
            step(lead, id, "acceptance", Map.of("result", "passed", "cost", "251000", "keeper", "长阳新苑物业"), 1);
            assertThat(desk.locator("[data-step=acceptance]")).hasClass("taken");
            act(lead, id, "feedback", Map.of("note", "方案全部完成"));
            assertThat(operator.get("/api/v1/cases/" + id).get("state")).isEqualTo("done");

            desk.navigate("/desk/registers/road?entry=" + road.get("id"));
            assertThat(desk.locator(".cases a").first()).containsText("一路一方案");
            assertThat(desk.locator(".cases a").first()).containsText("待核查");
            Chromium.keep(desk, "desk-road-entry");
        }
    }

    private static void step(HttpVisitor lead, String id, String step, Map<String, String> answers, int photos)
            throws IOException {
        Map<String, Object> body = new HashMap<>(Map.of("step", step, "answers", answers));
        if (photos > 0)
            body.put(
                    "attachments",
                    List.of(Map.of(
                            "id",
                            lead.upload("/api/v1/attachments", "road.jpg", Moves.photo(true).buffer)
                                    .get("id"))));
        act(lead, id, "take-step", body);
    }

    private static void act(HttpVisitor who, String id, String action, Map<String, Object> body) {
        Answer answer = who.post("/api/v1/cases/" + id + "/actions/" + action, body);
        assertThat(answer.status()).as(action + " " + answer.text()).isEqualTo(200);
    }
}
