package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;
import static org.yiwang.browser.Chromium.WALL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.demonstration.drawing.Drawing;

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
            report(resident, words);
            resident.waitForURL("**/m/r/*");
            long taken = System.nanoTime();
            assertThat(open).hasText(String.valueOf(before + 1));
            told("command screen", taken);
            assertThat(resident.getByText("谢谢，您的上报已收到。")).isVisible();
            String number = number(resident);

            desk.getByRole(AriaRole.SEARCHBOX).fill(number);
            Locator row = desk.locator("ul li").filter(new Locator.FilterOptions().setHasText("跨门营业"));
            assertThat(row).hasCount(1);
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(desk.getByText(words).first()).isVisible();
            desk.locator(".actions").getByRole(AriaRole.BUTTON, within("立案")).click();
            act(desk, "派遣");
            long dispatched = System.nanoTime();

            handler.locator("a")
                    .filter(new Locator.FilterOptions().setHasText("跨门营业"))
                    .first()
                    .waitFor();
            told("handler's phone", dispatched);
            handler.getByRole(AriaRole.SEARCHBOX).fill(number);
            handler.locator("a[href*='/m/case/']").first().click();
            handler.locator("[data-action=claim]").click();
            assertThat(desk.getByText("处置中").first()).isVisible();
            handler.locator("[data-action=feedback]").click();
            sheet(handler, "货架已移回店内，人行道已腾清", photo(true));

            assertThat(desk.getByRole(AriaRole.BUTTON, named("核查通过"))).isVisible();
            desk.locator(".actions").getByRole(AriaRole.BUTTON, within("核查通过")).click();
            act(desk, "结案", "您好，城管中队已要求店家移回货架，感谢您的反映。");

            resident.reload();
            assertThat(resident.getByText("城管中队已要求店家移回货架").first()).isVisible();
            Chromium.keep(resident, "resident-answer");
            Chromium.keep(desk, "desk-case");
            Chromium.keep(wall, "wall");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static void report(Page resident, String words) throws IOException {
        resident.navigate("/m");
        resident.locator("input[type=file]").first().setInputFiles(photo(false));
        assertThat(resident.locator("input[name=address]")).not().hasValue("");
        resident.getByRole(AriaRole.BUTTON, named("下一步")).click();
        resident.getByRole(AriaRole.SEARCHBOX).fill("跨门");
        resident.locator("[data-code=E0501]").first().click();
        resident.locator("textarea").fill(words);
        resident.getByRole(AriaRole.BUTTON, named("提交")).click();
    }

    private static String number(Page resident) {
        String text = resident.locator("body").innerText();
        var found = Pattern.compile("DQ\\d{8}-R-\\d{4}").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    private static void act(Page desk, String action) {
        desk.locator(".actions").getByRole(AriaRole.BUTTON, within(action)).click();
        desk.locator("form.action button[type=submit]").click();
        desk.locator("form.action").waitFor(gone());
    }

    private static void act(Page desk, String action, String answer) {
        desk.locator(".actions").getByRole(AriaRole.BUTTON, within(action)).click();
        desk.locator("form.action textarea[name=answer]").fill(answer);
        desk.locator("form.action button[type=submit]").click();
        desk.locator("form.action").waitFor(gone());
    }

    private static void sheet(Page phone, String note, FilePayload photo) {
        Locator sheet = phone.locator(".sheet form");
        if (note != null) sheet.locator("textarea").first().fill(note);
        if (photo != null) sheet.locator("input[type=file]").first().setInputFiles(photo);
        sheet.locator("button[type=submit]").click();
        phone.locator(".sheet").waitFor(gone());
    }

    private static FilePayload photo(boolean settled) throws IOException {
        return new FilePayload("IMG_0001.jpg", "image/jpeg", Drawing.jpeg("shop", settled, 0));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    private static void told(String screen, long since) {
        System.out.printf(
                "%s after %d ms%n",
                screen, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }
}
