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
import org.yiwang.RunningDemo;

/** Done is not closed: somebody else looks, once in vain, and the resident has the last word. */
@Tag("browser")
class WholeLifeTest {

    @Test
    void a_case_fails_its_check_once_passes_and_is_rated() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page resident = chromium.someone(PHONE, "zh-CN");
            Moves.report(resident, Matter.words("水果店的货架占了人行道"));
            Matter matter = Matter.found(demo, Moves.number(resident)).dispatched();
            Page desk = chromium.staff("operator", DESK, "/desk/case/" + matter.id());

            Moves.button(resident, "补充情况").click();
            resident.locator("form textarea").fill("晚上七点以后摆得更多");
            resident.locator("form input[type=file]").first().setInputFiles(Moves.photo(false));
            assertThat(resident.locator("form figure")).hasCount(1);
            Moves.button(resident, "提交").click();
            assertThat(desk.getByText("晚上七点以后摆得更多").first()).isVisible();
            assertThat(desk.locator(".body .strip").first().locator("img")).hasCount(2);

            matter.step("handler-chengguan", "claim").done("已劝导店家移走");
            Page inspector = chromium.staff(matter.inspector(), PHONE, "/m/case/" + matter.id());
            Locator refusal = Moves.begin(inspector, "fail");
            refusal.locator("textarea").first().fill("货架还在，只挪了半米");
            Moves.send(refusal);
            assertThat(desk.getByText("返工 1")).isVisible();
            assertThat(inspector.locator(".tags b")).hasText("处置中");

            matter.done("货架已全部移入店内");
            Locator check = Moves.begin(inspector, "pass");
            check.locator("button[type=submit]").click();
            assertThat(check.getByText("现场核查需要照片")).isVisible();
            check.locator("input[type=file]").first().setInputFiles(Moves.photo(true));
            assertThat(check.locator("figure")).hasCount(1);
            Chromium.keep(inspector, "inspector-check");
            Moves.send(check);
            assertThat(desk.locator(".body .strip small").getByText("核查")).isVisible();

            Moves.act(desk, "结案", Map.of("answer", "货架已移入店内，城管中队会继续巡查，谢谢您。"));
            long closed = System.nanoTime();
            assertThat(resident.getByText("货架已移入店内，城管中队会继续巡查，谢谢您。")).isVisible();
            Moves.told("resident's page", closed);
            Chromium.keep(resident, "resident-closed");

            resident.locator("[data-stars='5']").click();
            Moves.button(resident, "解决了").click();
            Moves.button(resident, "提交评价").click();
            assertThat(resident.getByText("您的评价")).isVisible();
            assertThat(desk.locator(".rated").first()).containsText("很满意");
            Chromium.keep(desk, "desk-rated");
            assertThat(chromium.complaints)
                    .allMatch(line -> line.contains("422"), "only the check without a photo was refused");
        }
    }
}
