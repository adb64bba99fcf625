package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.insight.EvaluateTasks;
import org.yiwang.platform.Tenant;

/** A grid leader reads why something is a hot spot and has something done about it; the unit does it; the effect is measured. */
@Tag("browser")
class PreventionTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final String MEASURE = "在许昌苑增设一处误时投放点";

    @Test
    void a_hot_spot_becomes_a_task_that_is_done_with_a_photo_and_evaluated() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("grid-area-1", Chromium.DESK, "/desk/insight");
            Locator finding = desk.locator("[data-finding=E0115]").first();
            finding.waitFor();
            Chromium.keep(desk, "desk-insight");
            finding.click();
            assertThat(desk.locator("[data-told]")).containsText(Pattern.compile("如果只是碰巧"));
            desk.locator(".finding-map[data-drawn]").waitFor();
            Chromium.keep(desk, "desk-insight-finding");
            desk.locator(".detail .go").first().click();
            Locator form = desk.locator("[data-task-form]");
            assertThat(form.locator("[data-compared]")).containsText(Pattern.compile("对照网格 \\d+ 个"));
            form.locator("[name=hypothesis]").fill("周末投放点无人值守");
            form.locator("[name=measure]").fill(MEASURE);
            form.locator("[name=unit]").selectOption("lvrong");
            Chromium.keep(desk, "desk-insight-task-form");
            form.locator("button[type=submit]").click();
            assertThat(desk.locator("[data-state]")).hasText("待接单");

            Page phone = chromium.staff("handler-lvrong", Chromium.PHONE, "/m/prevention");
            phone.locator(".task")
                    .filter(new Locator.FilterOptions().setHasText(MEASURE))
                    .click();
            phone.locator("[data-action=accept]").click();
            assertThat(phone.locator("[data-state]")).hasText("已接单");
            Chromium.keep(phone, "mobile-prevention-task");
            phone.locator("[data-action=begin]").click();
            assertThat(phone.locator("[data-state]")).hasText("进行中");
            phone.locator("[data-action=report]").click();
            phone.locator("[name=note]").fill("误时投放点已启用");
            phone.locator("input[type=file]").setInputFiles(Moves.photo(false));
            assertThat(phone.locator(".photos img")).hasCount(1);
            phone.locator("form .go").click();
            assertThat(phone.locator("[data-state]")).hasText("已完成，待评估");
            Chromium.keep(phone, "mobile-prevention-done");

            LocalDate after = LocalDate.of(2022, 6, 1);
            demo.bean(EvaluateTasks.class).due(TENANT, after, RunningDemo.OPENING.plusSeconds(60));
            desk.reload();
            assertThat(desk.locator("[data-state]")).hasText("已评估");
            assertThat(desk.locator("[data-verdict]")).containsText("95%");
            Chromium.keep(desk, "desk-prevention-evaluated");

            desk.navigate(demo.address() + "/desk/insight/tasks");
            Locator helped = desk.locator("li a")
                    .filter(new Locator.FilterOptions().setHasText("有效"))
                    .first();
            helped.click();
            assertThat(desk.locator("[data-verdict=fewer]")).containsText("少了");
            Chromium.keep(desk, "desk-prevention-helped");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void the_duty_chief_sees_what_next_week_brings_and_how_far_that_can_be_wrong() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("chief", Chromium.DESK, "/desk/insight/forecast");
            assertThat(desk.locator("tr.all td").nth(3)).hasText(Pattern.compile("\\d+–\\d+"));
            assertThat(desk.locator("tbody tr").nth(5)).isVisible();
            assertThat(desk.locator("[data-backtest]")).containsText(Pattern.compile("回测 \\d+ 次.*80% 区间 \\d+%"));
            System.out.println("forecast | " + desk.locator("[data-backtest]").innerText() + " | all: "
                    + desk.locator("tr.all").innerText().replaceAll("\\s+", " "));
            Chromium.keep(desk, "desk-insight-forecast");
            Page wall = chromium.staff("leader", Chromium.WALL, "/screen");
            assertThat(wall.locator("[data-prevention]")).containsText(Pattern.compile("防范任务 \\d+"));
            Chromium.keep(wall, "wall-prevention");
            assertThat(chromium.complaints).isEmpty();
        }
    }
}
