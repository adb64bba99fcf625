package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** Many cases, few keys. */
@Tag("browser")
class SeveralAtOnceTest {

    @Test
    void several_are_accepted_together_taken_back_together_and_urged_together() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            String mark = "成批" + System.nanoTime() % 1_000_000;
            List<Matter> matters = List.of(
                    Matter.registered(demo, mark + "甲"),
                    Matter.registered(demo, mark + "乙"),
                    Matter.registered(demo, mark + "丙"));
            Page desk = chromium.staff("chief", DESK, "/desk");
            assertThat(desk.locator(".queue li").first()).isVisible();
            desk.keyboard().press("/");
            assertThat(desk.getByRole(AriaRole.SEARCHBOX)).isFocused();
            desk.keyboard().type(mark);
            assertThat(desk.locator(".queue li input[type=checkbox]")).hasCount(3);
            desk.locator(".queue .count input[type=checkbox]").check();
            bulk(desk, "立案");
            desk.locator("form.action button[type=submit]").click();
            assertThat(desk.locator(".bulk .answer b")).hasText("立案：3 件完成，0 件未办");
            assertThat(matters).allMatch(matter -> matter.state().equals("accepted"));
            Chromium.keep(desk, "desk-bulk");
            Moves.button(desk, "撤回").click();
            assertThat(desk.locator(".bulk .answer b")).hasText("撤回：3 件完成，0 件未办");
            assertThat(matters).allMatch(matter -> matter.state().equals("reported"));

            bulk(desk, "催办");
            desk.locator("form.action textarea").fill("今天下班前受理");
            desk.locator("form.action button[type=submit]").click();
            assertThat(desk.locator(".bulk .answer b")).hasText("催办：3 件完成，0 件未办");
            desk.keyboard().press("Escape");
            assertThat(desk.locator(".queue .badge").getByText("催办")).hasCount(3);
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void the_supervision_page_leads_from_a_unit_to_its_cases_and_supervises_two_of_them() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter one = Matter.registered(demo, "督办页一").dispatched().step("chief", "urge");
            Matter two = Matter.registered(demo, "督办页二").dispatched().step("chief", "urge");
            Page desk = chromium.staff("supervisor", DESK, "/desk/supervision");
            desk.locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("城管"))
                    .locator("button.supervised")
                    .click();
            for (Matter matter : List.of(one, two))
                desk.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(matter.number()))
                        .check();
            bulk(desk, "督办");
            desk.locator("form.action textarea").fill("两件一起，明天上午回报");
            desk.locator("form.action button[type=submit]").click();
            assertThat(desk.locator(".bulk .answer b")).hasText("督办：2 件完成，0 件未办");
            Chromium.keep(desk, "desk-supervision");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void the_list_is_walked_with_letters() throws Exception {
        try (Chromium chromium = new Chromium(RunningDemo.loaded())) {
            Page desk = chromium.staff("operator", DESK, "/desk");
            Locator chosen = desk.locator(".queue li button[aria-current=true] b");
            assertThat(desk.locator(".queue li b").nth(2)).isVisible();
            desk.keyboard().press("j");
            assertThat(chosen).hasText(title(desk, 0));
            desk.keyboard().press("j");
            assertThat(desk.locator(".queue li").nth(1).locator("button[aria-current=true]"))
                    .hasCount(1);
            desk.keyboard().press("k");
            assertThat(desk.locator(".queue li").nth(0).locator("button[aria-current=true]"))
                    .hasCount(1);
            desk.keyboard().press("?");
            assertThat(desk.getByRole(AriaRole.DIALOG)).containsText("快捷键");
            Chromium.keep(desk, "desk-keys");
            desk.keyboard().press("Escape");
            assertThat(desk.getByRole(AriaRole.DIALOG)).hasCount(0);
            desk.keyboard().press("/");
            assertThat(desk.getByRole(AriaRole.SEARCHBOX)).isFocused();
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void a_filter_is_kept_counted_shared_and_read_by_a_colleague() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            String mark = "筛选" + System.nanoTime() % 1_000_000;
            String name = "盯" + System.nanoTime() % 1_000_000;
            Matter.registered(demo, mark);
            Page chief = chromium.staff("chief", DESK, "/desk");
            chief.getByRole(AriaRole.SEARCHBOX).fill(mark);
            assertThat(chief.locator(".queue li input[type=checkbox]")).hasCount(1);
            chief.locator(".filters .chip").first().click();
            chief.locator("[name=filter-name]").fill(name);
            chief.locator("[name=sharing]").check();
            Moves.button(chief, "保存").click();
            assertThat(chip(chief, name).locator("b")).hasText("1");
            Chromium.keep(chief, "desk-filters");

            Page operator = chromium.staff("operator", DESK, "/desk");
            assertThat(chip(operator, name).locator("b")).hasText("1");
            Matter.registered(demo, mark);
            assertThat(chip(operator, name).locator("b")).hasText("2");
            chip(operator, name).locator("button").first().click();
            assertThat(operator.locator(".queue li input[type=checkbox]")).hasCount(2);
            operator.locator(".filters .chip").first().click();
            assertThat(chip(operator, name).locator("button")).hasCount(1);
            chip(chief, name).locator("button").last().click();
            assertThat(chip(chief, name)).hasCount(0);
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static Locator chip(Page desk, String name) {
        return desk.locator(".chip.saved").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String title(Page desk, int row) {
        return desk.locator(".queue li b").nth(row).innerText();
    }

    private static void bulk(Page desk, String action) {
        desk.locator(".bulk .offers button")
                .filter(new Locator.FilterOptions().setHasText(action))
                .first()
                .click();
    }
}
