package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;
import static org.yiwang.browser.Chromium.WALL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** One case from a resident's phone to a rated answer; what one screen does, the others show by themselves. */
@Tag("browser")
class ThreeScreensTest {

    @Test
    void one_case_goes_from_a_residents_phone_to_a_rated_answer() throws Exception {
        try (Chromium chromium = new Chromium(RunningDemo.loaded())) {
            Page desk = chromium.staff("operator", DESK, "/desk");
            Page wall = chromium.staff("leader", WALL, "/screen");
            Page handler = chromium.staff("handler-chengguan", PHONE, "/m/tasks");
            Page resident = chromium.someone(PHONE, "zh-CN");
            Locator open = wall.locator(".figures button").first().locator("b");
            assertThat(open).hasText(Pattern.compile("\\d+"));
            int before = Integer.parseInt(open.innerText());

            String words = "店家把货架摆到人行道上，轮椅过不去" + System.nanoTime() % 1000;
            Moves.report(resident, words);
            long taken = System.nanoTime();
            assertThat(open).hasText(String.valueOf(before + 1));
            Moves.told("command screen", taken);
            assertThat(resident.getByText("谢谢，您的上报已收到。")).isVisible();
            String number = Moves.number(resident);

            desk.getByRole(AriaRole.SEARCHBOX).fill(number);
            Locator row = desk.locator("ul li").filter(new Locator.FilterOptions().setHasText("跨门营业"));
            assertThat(row).hasCount(1);
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(desk.getByText(words).first()).isVisible();
            desk.locator(".actions").getByRole(AriaRole.BUTTON, within("立案")).click();
            Moves.act(desk, "派遣", Map.of());
            long dispatched = System.nanoTime();

            handler.locator("a")
                    .filter(new Locator.FilterOptions().setHasText("跨门营业"))
                    .first()
                    .waitFor();
            Moves.told("handler's phone", dispatched);
            handler.getByRole(AriaRole.SEARCHBOX).fill(number);
            assertThat(handler.locator("a[href*='/m/case/']")).hasCount(1);
            handler.locator("a[href*='/m/case/']").first().click();
            handler.locator("[data-action=claim]").click();
            assertThat(desk.getByText("处置中").first()).isVisible();
            Locator feedback = Moves.begin(handler, "feedback");
            feedback.locator("textarea").first().fill("货架已移回店内，人行道已腾清");
            feedback.locator("input[type=file]").first().setInputFiles(Moves.photo(true));
            Moves.send(feedback);

            assertThat(desk.getByRole(AriaRole.BUTTON, named("核查通过"))).isVisible();
            desk.locator(".actions").getByRole(AriaRole.BUTTON, within("核查通过")).click();
            Moves.act(desk, "结案", Map.of("answer", "您好，城管中队已要求店家移回货架，感谢您的反映。"));
            long closed = System.nanoTime();

            assertThat(resident.getByText("城管中队已要求店家移回货架").first()).isVisible();
            Moves.told("resident's page", closed);
            Chromium.keep(resident, "resident-answer");
            Chromium.keep(desk, "desk-case");
            Chromium.keep(wall, "wall");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
