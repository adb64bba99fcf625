package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** What a category asks, answered on a phone and read at the desk. */
@Tag("browser")
class AskedAndAnsweredTest {

    @Test
    void a_resident_is_told_what_is_missing_and_finds_the_answers_again() throws Exception {
        try (Chromium chromium = new Chromium(RunningDemo.loaded())) {
            Page resident = chromium.someone(PHONE, "zh-CN");
            resident.navigate("/m/report");
            resident.locator("button[type=submit]").click();
            assertThat(resident.locator("input[name=address]")).not().hasValue("");
            resident.locator("button[type=submit]").click();
            resident.locator("[data-code=B0106]").first().click();
            Locator fault = resident.locator("[data-question=fault]");
            resident.locator("button[type=submit]").click();
            assertThat(fault.getByRole(AriaRole.ALERT)).hasText("请回答这一项");
            fault.locator("[data-id=flicker]").click();
            assertThat(fault.getByRole(AriaRole.ALERT)).hasCount(0);
            Chromium.keep(resident, "resident-questions");
            resident.locator("button[type=submit]").click();
            resident.waitForURL("**/m/r/*");
            assertThat(answer(resident, "故障情况")).hasText("闪烁");
            String number = number(resident);

            Page desk = chromium.staff("operator", DESK, "/desk?lang=en");
            open(desk, number);
            assertThat(answer(desk, "Fault")).hasText("Flickers");
            Chromium.keep(desk, "desk-answers");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void the_desk_asks_too_and_shows_a_picture_of_another_system_as_a_link_only() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", DESK, "/desk");
            desk.locator(".queue li").first().waitFor();
            desk.keyboard().press("n");
            desk.locator("select[name=category]").selectOption("E0506");
            desk.locator("select[name='answers.operator']").selectOption("blue");
            desk.locator("textarea[name=description]").fill("共享单车倒了一地");
            desk.locator("input[name='answers.number']").fill("很多");
            desk.locator(".fresh button[type=submit]").click();
            assertThat(desk.locator("[data-question=number]").getByRole(AriaRole.ALERT))
                    .containsText("请填写数字");
            Chromium.keep(desk, "desk-questions");

            String pictured = "https://pictures.example/flood.jpg";
            var sent = desk.request()
                    .post(
                            "/open311/v2/requests.json",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("api_key", demo.open311Key())
                                            .set("service_code", "E0102")
                                            .set("lat", "31.27301")
                                            .set("long", "121.54843")
                                            .set("description", "垃圾没人清")
                                            .set("attribute[kind]", "leaves")
                                            .set("media_url", pictured)));
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
            String number = find(sent.text(), "DQ\\d{8}-O-\\d{4}");
            desk.navigate("/desk");
            open(desk, number);
            assertThat(answer(desk, "主要是什么垃圾")).hasText("落叶枯枝");
            Locator link = desk.locator("a[href='" + pictured + "']");
            assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
            assertThat(desk.locator("img[src*='pictures.example']")).hasCount(0);
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static void open(Page desk, String number) {
        desk.getByRole(AriaRole.SEARCHBOX).fill(number);
        assertThat(desk.locator(".queue li:not(.end)")).hasCount(1);
        desk.locator(".queue li:not(.end)").getByRole(AriaRole.BUTTON).click();
    }

    private static Locator answer(Page page, String question) {
        return page.locator("dl.answers div")
                .filter(new Locator.FilterOptions().setHasText(question))
                .locator("dd");
    }

    private static String number(Page page) {
        return find(page.locator("body").innerText(), "DQ\\d{8}-R-\\d{4}");
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
