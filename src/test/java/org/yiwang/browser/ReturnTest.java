package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** Who it belongs to, and how long it may take: asked for on the phone, decided on the desk. */
@Tag("browser")
class ReturnTest {

    @Test
    void a_return_is_refused_asked_again_and_arbitrated_by_the_duty_chief() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "摊主说归市场管").handling();
            Page handler = chromium.staff("handler-chengguan", PHONE, "/m/case/" + matter.id());
            Page desk = chromium.staff("operator", DESK, "/desk/case/" + matter.id());
            askReturn(handler, "集贸市场内部经营");
            assertThat(desk.getByText("集贸市场内部经营").first()).isVisible();
            Moves.act(desk, "驳回退单", Map.of("note", "摊位在人行道上，不在市场内"));
            assertThat(handler.getByText("摊位在人行道上，不在市场内").first()).isVisible();

            handler.locator("[data-action=claim]").click();
            askReturn(handler, "附上市场红线图");
            Moves.act(desk, "提交仲裁", Map.of());
            Page chief = chromium.staff("chief", DESK, "/desk/case/" + matter.id());
            Moves.act(chief, "仲裁指派", Map.of("unit", "shichang", "note", "红线内由市场监管所主办"));
            assertThat(desk.locator(".body dd").getByText("市场监管所", exactly())).isVisible();
            assertThat(handler.getByText("此案已转到其他单位，不再由您办理")).isVisible();
            assertThat(handler.locator(".foot")).hasCount(0);
            Chromium.keep(handler, "phone-gone");
            Chromium.keep(chief, "desk-arbitrated");
            assertThat(chromium.complaints)
                    .allMatch(line -> line.contains("404"), "the case is not the squad's any more");
        }
    }

    @Test
    void a_return_is_granted_and_more_time_for_the_next_unit_too() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "店招掉了一半").handling();
            Page squad = chromium.staff("handler-chengguan", PHONE, "/m/case/" + matter.id());
            Page desk = chromium.staff("operator", DESK, "/desk/case/" + matter.id());
            askReturn(squad, "店招属市场监管登记事项");
            Moves.act(desk, "同意退单", Map.of());
            Moves.act(desk, "派遣", Map.of("unit", "shichang"));
            matter.step("handler-shichang", "claim");

            Page handler = chromium.staff("handler-shichang", PHONE, "/m/case/" + matter.id());
            String due = handler.locator(".due .num").innerText();
            Locator sheet = Moves.beginFromMenu(handler, "ask-extension");
            sheet.locator("[data-id=material]").click();
            sheet.locator("input[type=number]").fill("2");
            sheet.locator("[data-id=working-days]").click();
            Chromium.keep(handler, "phone-extension");
            Moves.send(sheet);
            assertThat(desk.getByText("申请延期 2工作日：材料设备到货延迟")).isVisible();
            Moves.act(desk, "同意延期", Map.of());
            assertThat(handler.locator(".due .num")).not().hasText(due);
            assertThat(handler.getByText("同意延期").first()).isVisible();
            assertThat(chromium.complaints)
                    .allMatch(line -> line.contains("404"), "the case is not the squad's any more");
        }
    }

    @Test
    void a_sheet_that_is_opened_while_the_step_before_is_on_its_way_stays_open() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "先接单再退单").dispatched();
            Page handler = chromium.staff("handler-chengguan", PHONE, "/m/case/" + matter.id());
            withoutServiceWorker(handler);
            List<Route> held = new CopyOnWriteArrayList<>();
            handler.route("**/actions/claim", held::add);
            handler.locator(".foot [data-action=claim]").click();
            Locator sheet = Moves.begin(handler, "ask-return");
            sheet.locator("[data-id=not-our-duty]").click();
            sheet.locator("textarea[name=note]").fill("属市场管理");
            handler.waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            assertThat(handler.locator(".tags b")).hasText("处置中");
            assertThat(sheet.locator("textarea[name=note]")).hasValue("属市场管理");
            Moves.send(sheet);
            assertThat(handler.locator(".tags b")).hasText("退单待审");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** What a page asks while its worker looks after it cannot be held here, and the worker may be there or not yet. */
    private static void withoutServiceWorker(Page page) {
        page.addInitScript("delete Navigator.prototype.serviceWorker");
        page.evaluate(
                "navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())))");
        page.reload();
    }

    private static void askReturn(Page handler, String why) {
        Locator sheet = Moves.begin(handler, "ask-return");
        sheet.locator("[data-id=not-our-duty]").click();
        sheet.locator("textarea[name=note]").fill(why);
        Moves.send(sheet);
        assertThat(handler.locator(".tags b")).hasText("退单待审");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
