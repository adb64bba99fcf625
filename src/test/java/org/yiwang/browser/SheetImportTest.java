package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.registry.Sheets;

/** A sheet with faults, the sheet mended, applied, and taken back. */
@Tag("browser")
class SheetImportTest {
    private static final List<String> HEADING = List.of("商铺编号", "店名", "行业", "面积（平方米）", "经度", "纬度");

    @Test
    void a_sheet_is_mended_applied_and_taken_back() throws Exception {
        RunningDemo demo = RunningDemo.start();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", Chromium.DESK, "/desk/registers/shop");
            desk.getByText("导入", exactly()).click();
            desk.locator("input[name=sheet]")
                    .setInputFiles(Sheets.of(
                            HEADING,
                            Arrays.asList("NEW-1", "长阳路小笼馆", "餐饮", 42, 121.5399, 31.2716),
                            Arrays.asList("NEW-2", "长阳路航天馆", "航天", "很大", 121.5399, 31.2716)));
            Locator preview = desk.locator(".preview");
            assertThat(preview.locator(".reject b")).hasText("1");
            assertThat(preview.getByText("没有选项“航天”")).isVisible();
            assertThat(preview.getByText("“很大”不是数字")).isVisible();
            Chromium.keep(desk, "desk-sheet-faults");
            preview.locator("footer button").first().click();

            desk.locator("input[name=sheet]")
                    .setInputFiles(Sheets.of(
                            HEADING,
                            Arrays.asList("NEW-1", "长阳路小笼馆", "餐饮", 42, 121.5399, 31.2716),
                            Arrays.asList("NEW-2", "长阳路航模店", "零售", 30, 121.5399, 31.2716)));
            assertThat(preview.locator(".insert b")).hasText("2");
            preview.locator("footer .go").click();
            assertThat(desk.locator(".done")).containsText("已执行：新增 2");
            desk.getByText("撤销整次导入", exactly()).first().click();
            assertThat(desk.locator(".done")).hasText("已撤销");
            desk.getByText("列表", exactly()).click();
            desk.locator("input[name=q]").fill("航模店");
            assertThat(desk.getByText("没有符合条件的记录")).isVisible();
        }
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
