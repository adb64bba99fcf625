package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.PHONE;
import static org.yiwang.browser.Chromium.WALL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** From a number on the wall to the person who has to do something. */
@Tag("browser")
class ChaseTest {

    @Test
    void a_leader_goes_from_a_number_to_a_case_and_the_handler_acknowledges() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "学校门口占道经营").handling();
            Page handler = chromium.staff("handler-chengguan", PHONE, "/m/case/" + matter.id());
            Page wall = chromium.staff("leader", WALL, "/screen");
            wall.locator(".figures button").filter(with("今日受理")).click();
            wall.locator("aside li button").filter(with(matter.words())).click();
            assertThat(wall.locator("aside .facts")).containsText(matter.number());
            Chromium.keep(wall, "wall-case");

            chase(wall, "urge", "放学前处理完");
            assertThat(handler.locator(".tags em")).hasText("催办");
            assertThat(handler.getByText("放学前处理完").first()).isVisible();
            Moves.send(Moves.begin(handler, "acknowledge"));
            assertThat(wall.locator("aside .story").getByText("签收督办").first()).isVisible();

            chase(wall, "supervise", "家长又来电话了，今天必须办结");
            assertThat(handler.locator(".tags em")).hasText("督办");
            assertThat(handler.locator("[data-action=acknowledge]")).isVisible();
            Chromium.keep(handler, "phone-supervised");
            handler.navigate("/m/notices");
            assertThat(handler.getByText(matter.number()).first()).isVisible();
            Chromium.keep(handler, "phone-notices");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static void chase(Page wall, String action, String note) {
        wall.locator("aside .chases button." + action).click();
        wall.locator("aside form textarea[name=note]").fill(note);
        wall.locator("aside form button[type=submit]").click();
        wall.locator("aside form").waitFor(Moves.gone());
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
