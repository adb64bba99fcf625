package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;

/** An operator with somebody on the line: the words are typed, the rest is suggested, and what is corrected is learned. */
@Tag("browser")
class AdviceAtTheDeskTest {
    private static final String CATEGORY = "E0501";

    @Test
    void category_place_and_a_like_order_are_suggested_with_reasons_taken_by_a_click_and_a_correction_is_a_lesson()
            throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        Answer taught = demo.signedIn("chief").post("/api/v1/advice/teach", Map.of());
        assertThat(taught.status()).as(taught.text()).isEqualTo(200);
        String mark = "标记" + System.nanoTime() % 1_000_000;
        String words = "东田公寓门口水果店把水果摊摆到门外，占用人行道约2米，行人只能走车道，" + mark;
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", DESK, "/desk");
            register(desk, words);
            assertThat(desk.locator(".page .words")).containsText(mark);

            // The same again: now there is one like it.
            desk.keyboard().press("n");
            desk.locator("textarea[name=description]").fill(words + "，又来了");
            desk.locator("[data-advice=place] button").first().click();
            Locator alike =
                    desk.locator("[data-advice=alike] article").filter(new Locator.FilterOptions().setHasText(mark));
            assertThat(alike.first()).isVisible();
            assertThat(alike.first().locator(".why span").first()).isVisible();
            Chromium.keep(desk, "desk-advice");
            desk.locator("select[name=category]").selectOption("E0506");
            desk.locator("form.fresh button[type=submit]").click();
            assertThat(desk.locator(".page .words")).containsText("又来了");
            String number = demo.signedIn("operator")
                    .get("/api/v1/cases/search?q=" + URLEncoder.encode(mark + "，又来了", UTF_8))
                    .json()
                    .at("/items/0/item/number")
                    .asString();

            desk.locator("[data-group=prevent]").click();
            desk.locator("nav a[href$='/advice']").click();
            Locator lesson = desk.locator(".lessons tr").filter(new Locator.FilterOptions().setHasText(number));
            for (int i = 0; i < 60 && lesson.count() == 0; i++) {
                desk.waitForTimeout(500);
                desk.reload();
                assertThat(desk.locator(".versions tbody tr").first()).isVisible();
            }
            assertThat(lesson.first()).isVisible();
            Chromium.keep(desk, "desk-advice-quality");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void what_is_looked_for_is_found_and_shown_where_it_stands() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "橱窗前").step("operator", "comment", Map.of("note", "已联系螺钿工艺社到场核实"));
            Page desk = chromium.staff("operator", DESK, "/desk");
            assertThat(desk.locator(".queue li").first()).isVisible();
            desk.keyboard().press("/");
            assertThat(desk.getByRole(AriaRole.SEARCHBOX)).isFocused();
            desk.keyboard().type("螺钿工艺");
            Locator row = desk.locator(".queue li").filter(new Locator.FilterOptions().setHasText(matter.words()));
            assertThat(row.locator("mark")).hasText("螺钿工艺");
            Chromium.keep(desk, "desk-search");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static void register(Page desk, String words) {
        assertThat(desk.locator(".queue li").first()).isVisible();
        desk.keyboard().press("n");
        desk.locator("textarea[name=description]").fill(words);
        Locator category = desk.locator("[data-advice=category] [data-category=" + CATEGORY + "]");
        assertThat(desk.locator("[data-advice=category] mark").first()).isVisible();
        category.click();
        assertThat(category).hasAttribute("aria-pressed", "true");
        Locator place = desk.locator("[data-advice=place] button").first();
        assertThat(place).containsText("东田公寓");
        place.click();
        assertThat(desk.locator("input[name=address]")).not().hasValue("");
        desk.locator("form.fresh button[type=submit]").click();
    }
}
