package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** Heads of department and committee look on the phone at the running month, at a published one, and open what cost them points. */
@Tag("browser")
class ScoresOnThePhoneTest {
    @Test
    void from_the_provisional_score_to_the_order_that_cost_points() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page head = chromium.staff("head-fangguan", Chromium.PHONE, "/m/me");
            head.locator("a[href='/m/scores']").click();
            assertThat(head.locator(".score em")).hasText("暂定");
            assertThat(head.locator(".score")).containsText("房管");
            assertThat(head.locator("[data-measure=on-time]")).containsText("%");
            Chromium.keep(head, "phone-scores-running");
            opened(head);

            Page committee = chromium.staff("committee-c01", Chromium.PHONE, "/m/scores");
            assertThat(committee.locator(".score em")).hasText("暂定");
            committee.locator("[data-month='2021-10']").click();
            assertThat(committee.locator(".score em")).hasCount(0);
            assertThat(committee.locator(".score")).containsText("公布");
            Chromium.keep(committee, "phone-scores-published");
            opened(committee);
            Page english = chromium.staff("head-fangguan", Chromium.PHONE, "/m/scores", "en");
            assertThat(english.locator(".score em")).hasText("provisional");
            Chromium.keep(english, "phone-scores-en");

            Page desk = chromium.staff("chief", Chromium.DESK, "/desk/assessment?edition=0");
            assertThat(desk.locator(".provisional")).hasText("暂定");
            assertThat(desk.locator("tr[data-unit=fangguan] b")).hasText(Pattern.compile("\\d+\\.\\d\\d"));
            Chromium.keep(desk, "desk-scores-running");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** The dearest one; its case says the same number. */
    private static void opened(Page page) {
        Locator dearest = page.locator(".lost").first();
        String number = dearest.getAttribute("data-number");
        assertThat(dearest.locator("em")).hasText(Pattern.compile("−\\d+\\.\\d\\d"));
        dearest.click();
        page.waitForURL("**/m/case/**");
        assertThat(page.getByText(number).first()).isVisible();
        page.goBack();
        assertThat(page.locator(".lost").first()).isVisible();
    }
}
