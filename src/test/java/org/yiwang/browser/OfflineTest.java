package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** In a cellar there is no network; the work goes on and arrives later. */
@Tag("browser")
class OfflineTest {

    @Test
    void what_an_inspector_does_without_a_network_goes_out_by_itself_and_a_conflict_is_shown() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter plain = Matter.registered(demo, "地下车库出口堆物").step("operator", "ask-check");
            Matter changed = Matter.registered(demo, "车库门口流动摊").step("operator", "ask-check");
            Page phone = chromium.staff(plain.inspector(), PHONE, "/m/tasks");
            phone.waitForFunction("() => navigator.serviceWorker.controller !== null");
            phone.navigate("/m/new");
            assertThat(phone.locator("input[name=address]")).not().hasValue("");
            for (Matter matter : new Matter[] {changed, plain}) {
                phone.navigate("/m/case/" + matter.id());
                assertThat(phone.locator("[data-action=check]")).isVisible();
            }

            phone.context().setOffline(true);
            assertThat(phone.locator(".line.offline")).containsText("离线");
            check(phone, "堆物已清，只剩两个纸箱");
            assertThat(phone.getByText("没有网络，已存下，联网后自动发出")).isVisible();
            phone.goBack();
            assertThat(phone.locator(".tags b")).hasText("待核实");
            check(phone, "摊主已经离开");
            assertThat(phone.locator(".line")).containsText("2 件待发");
            String words = Matter.words("消防通道被电动车堵住");
            register(phone, words);
            assertThat(phone.locator("article.entry")).hasCount(3);
            Chromium.keep(phone, "phone-offline");

            changed.step("operator", "comment", Map.of("note", "报告人来电：又多了一个摊"));
            phone.context().setOffline(false);
            assertThat(phone.locator("article.entry")).hasCount(1);
            assertThat(phone.locator("article.entry")).containsText("案件已被别人更新");
            assertThat(phone.locator("article.entry")).containsText("报告人来电：又多了一个摊");
            assertThat(phone.locator("article.entry")).containsText("摊主已经离开");
            Chromium.keep(phone, "phone-conflict");
            assertThat(plain.state()).isEqualTo("reported");
            assertThat(changed.state()).isEqualTo("checking");
            Moves.button(phone, "仍然提交").click();
            assertThat(phone.locator("article.entry")).hasCount(0);
            assertThat(changed.state()).isEqualTo("reported");

            Page desk = chromium.staff("operator", DESK, "/desk");
            desk.getByRole(AriaRole.SEARCHBOX).fill(words);
            assertThat(desk.locator(".queue li input[type=checkbox]")).hasCount(1);
            desk.locator(".queue ul li button").first().click();
            assertThat(desk.getByText(words).first()).isVisible();
            assertThat(desk.locator(".body .strip").first().locator("img")).hasCount(1);
        }
    }

    private static void check(Page phone, String note) {
        Locator sheet = Moves.begin(phone, "check");
        sheet.locator("fieldset button").first().click();
        sheet.locator("textarea[name=note]").fill(note);
        Moves.send(sheet);
    }

    private static void register(Page phone, String words) throws java.io.IOException {
        Moves.button(phone, "返回").click();
        phone.locator("a[href='/m/new']").first().click();
        Moves.photograph(phone.locator("form"), false);
        phone.getByRole(AriaRole.SEARCHBOX).fill("跨门");
        phone.locator("[data-code=E0501]").first().click();
        phone.locator("textarea[aria-label='说明']").fill(words);
        phone.locator("button[type=submit]").click();
        phone.waitForURL("**/m/outbox");
    }
}
