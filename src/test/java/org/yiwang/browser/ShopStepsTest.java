package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;

/** A shop that is found three times within half a year: a word of advice, an order, a penalty, and somebody else looks again. */
@Tag("browser")
class ShopStepsTest {
    @Test
    void a_shop_found_three_times_walks_through_all_three_steps() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            HttpVisitor operator = demo.signedIn("operator");
            JsonNode shop = unknown(operator);
            String key = shop.path("key").asString();
            register(operator, key);
            register(operator, key);
            String id = register(operator, key);
            operator.post("/api/v1/cases/" + id + "/actions/accept", Map.of());

            Page desk = chromium.staff("operator", DESK, "/desk/case/" + id);
            assertThat(desk.locator(".marks")).containsText("180 天内第 3 次");
            assertThat(desk.locator(".about h2"))
                    .containsText(shop.path("label").asString());
            assertThat(desk.locator(".about button")).hasCount(2);
            desk.locator(".actions .first").click();
            assertThat(desk.locator(".suggestions button").first()).containsText("派遣规则第");
            Chromium.keep(desk, "desk-dispatch-table");
            desk.locator("form.action button[type=submit]").click();
            desk.locator("form.action").waitFor(Moves.gone());

            operatorTo(demo, id);
            Page phone = chromium.staff("handler-chengguan", PHONE, "/m/case/" + id);
            assertThat(phone.locator("[data-step=persuade]")).hasClass("next");
            assertThat(phone.locator(".foot [data-action=feedback]")).hasCount(0);
            Chromium.keep(phone, "phone-steps");
            Locator sheet = take(phone, "persuade");
            sheet.locator("[data-id=promised]").click();
            Moves.photograph(sheet, false);
            Moves.send(sheet);
            assertThat(phone.locator("[data-step=persuade]")).hasClass("taken");
            sheet = take(phone, "order");
            sheet.locator("[name='answers.number']").fill("责改7号");
            sheet.locator("[name='answers.until']").fill("2021-12-31");
            sheet.locator("[data-id=signed]").click();
            Moves.photograph(sheet, false);
            Moves.send(sheet);
            sheet = take(phone, "penalty");
            sheet.locator("[name='answers.number']").fill("罚决3号");
            sheet.locator("[data-id=fine]").click();
            sheet.locator("[name='answers.amount']").fill("500");
            Moves.send(sheet);
            assertThat(phone.locator("[data-step=penalty]")).hasClass("taken");
            assertThat(phone.locator(".foot [data-action=feedback]")).isVisible();
            assertThat(desk.locator("[data-step=penalty]")).containsText("500");
            Chromium.keep(desk, "desk-steps-taken");

            desk.navigate("/desk/repeats");
            assertThat(desk.locator(
                                    "tbody tr",
                                    new Page.LocatorOptions()
                                            .setHasText(shop.path("label").asString()))
                            .first())
                    .containsText("3");
            Chromium.keep(desk, "desk-repeats");
            desk.navigate("/desk/registers/shop?entry=" + shop.path("id").asString());
            assertThat(desk.locator(".cases a").first()).containsText("跨门营业");
            Chromium.keep(desk, "desk-entry-cases");
        }
    }

    private static void operatorTo(RunningDemo demo, String id) {
        JsonNode detail = demo.signedIn("operator").get("/api/v1/cases/" + id).json();
        assertThat(detail.path("lead").asString()).isEqualTo("chengguan");
        for (JsonNode assistant : detail.path("assistants"))
            demo.signedIn("operator")
                    .post(
                            "/api/v1/cases/" + id + "/actions/waive-assistant",
                            Map.of("assignment", assistant.path("id").asString(), "reason", "not-needed"));
        Answer claimed = demo.signedIn("handler-chengguan").post("/api/v1/cases/" + id + "/actions/claim", Map.of());
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
    }

    private static Locator take(Page phone, String step) {
        phone.locator("[data-step=" + step + "] .take").click();
        Locator sheet = phone.locator(".sheet form");
        assertThat(sheet).hasCount(1);
        return sheet;
    }

    /** A shop that no case of the year is about. */
    private static JsonNode unknown(HttpVisitor operator) {
        return operator.get("/api/v1/registers/shop/entries?limit=50")
                .json()
                .get("items")
                .valueStream()
                .filter(shop -> operator.get("/api/v1/cases?view=all&subject=shop/"
                                        + shop.path("key").asString())
                                .json()
                                .path("total")
                                .asInt()
                        == 0)
                .findFirst()
                .orElseThrow();
    }

    private static String register(HttpVisitor operator, String shop) {
        Answer taken = operator.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        "E0501",
                        "description",
                        "货物摆到人行道上",
                        "place",
                        Matter.PLACE,
                        "answers",
                        Map.of("premises", shop)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.get("id");
    }
}
