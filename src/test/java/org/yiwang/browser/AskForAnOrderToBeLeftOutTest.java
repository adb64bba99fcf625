package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** A head of unit finds what cost points and asks for an order to be left out; the supervisor grants it; the next edition says what it changed. */
@Tag("browser")
class AskForAnOrderToBeLeftOutTest {
    private static final String MARK = "产权归开发商，已转法院";

    @Test
    void from_the_list_of_lost_points_to_the_next_edition() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page head = chromium.staff("head-fangguan", Chromium.DESK, "/desk/assessment?month=2021-12");
            Locator total = head.locator("article .total");
            String before = total.innerText();
            Locator dearest = head.locator("article li[data-number]").first();
            String number = dearest.getAttribute("data-number");
            assertThat(dearest.locator(".why")).containsText("剔除后总分");
            Locator others = head.locator("tr[data-unit=chengguan] b");
            assertThat(others).isVisible();
            dearest.locator(".asks button").first().click();
            dearest.locator("select[name=reason]").selectOption("not-ours");
            dearest.locator("textarea[name=note]").fill(MARK);
            Chromium.keep(head, "desk-assessment-ask");
            dearest.locator("form .go").click();
            assertThat(dearest.locator(".sent")).isVisible();

            Page supervisor =
                    chromium.staff("supervisor", Chromium.DESK, "/desk/assessment?tab=requests&month=2021-12");
            Locator request = supervisor.locator("li[data-number='" + number + "'][data-state=asked]");
            assertThat(request).containsText(MARK);
            request.locator("input[name=answer]").fill("同意剔除");
            request.locator("form .go").click();
            Locator granted = supervisor.locator("li[data-number='" + number + "'][data-state=granted]");
            assertThat(granted).containsText("同意剔除");

            supervisor.locator("[role=tab]").nth(2).click();
            supervisor
                    .getByText("重算", new Page.GetByTextOptions().setExact(true))
                    .click();
            Locator edition = supervisor.locator("li[data-edition]").first();
            assertThat(edition).containsText("未公布");
            assertThat(supervisor
                            .locator(".changes p[data-number='" + number + "']")
                            .first())
                    .containsText("剔除");
            assertThat(supervisor.locator(".units p[data-unit=fangguan]")).isVisible();
            edition.locator(".go").click();
            assertThat(edition).not().containsText("未公布");
            Chromium.keep(supervisor, "desk-assessment-editions");

            head.reload();
            assertThat(total).not().hasText(before);
            assertThat(head.locator("article li[data-number='" + number + "']")).hasCount(0);
            Chromium.keep(head, "desk-assessment-zh-1440");
            head.locator("tr[data-unit=chengguan]").click();
            assertThat(head.getByText("其他单位的工单不公开")).isVisible();

            Page leader = chromium.staff("leader", Chromium.DESK, "/desk/assessment?tab=peers&month=2021-11", "en");
            assertThat(leader.locator("tr[data-measure=on-time] .rank")).containsText("/ 6");
            Chromium.keep(leader, "desk-assessment-en-1440");
            assertThat(chromium.complaints).isEmpty();
        }
    }
}
