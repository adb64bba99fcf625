package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.registry.Sheets;

/** A day's orders where there is no interface: a sheet with a fault, its rows taken in, the faulty row mended as a CSV. */
@Tag("browser")
class OrdersFromASheetTest {
    private static final List<String> HEADING = List.of("工单编号", "类型", "紧急", "受理时间", "办结时限", "内容", "来电人", "联系电话", "地址");

    @Test
    void orders_of_a_sheet_become_cases_once_and_a_faulty_row_is_mended() throws Exception {
        String day = "BK" + System.nanoTime() % 1_000_000;
        RunningDemo demo = RunningDemo.start();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", Chromium.DESK, "/desk/hotline");
            desk.locator("button[name=tab-sheets]").click();
            Download template = desk.waitForDownload(
                    () -> desk.locator("button[name=template]").click());
            assertThat(template.suggestedFilename()).endsWith(".xlsx");

            desk.locator("input[name=orders]")
                    .setInputFiles(Sheets.of(
                            HEADING,
                            row(day + "-1", "投诉", "紧急", "2021-12-31 09:12"),
                            row(day + "-2", "求助", null, "2021-12-31 09:40"),
                            row(day + "-3", "投拆", null, "昨天")));
            Locator preview = desk.locator(".preview");
            assertThat(preview.locator(".insert b")).hasText("2");
            assertThat(preview.locator(".reject b")).hasText("1");
            assertThat(preview.getByText("没有选项“投拆”")).isVisible();
            Chromium.keep(desk, "desk-orders-preview");
            Download marked = desk.waitForDownload(
                    () -> preview.locator("button[name=faults]").click());
            try (XSSFWorkbook sheet = new XSSFWorkbook(marked.path().toFile())) {
                assertThat(sheet.getSheetAt(0).getLastRowNum()).isEqualTo(1);
            }
            preview.locator("button[name=apply]").click();
            assertThat(desk.locator(".done")).containsText("已收单：新 2，更正 0，已有 0");
            Chromium.keep(desk, "desk-orders-applied");

            String mended = String.join(",", HEADING) + "\r\n" + day + "-2,求助,,2021-12-31 09:40,,楼道灯不亮。"
                    + day + "-2,沈女士,13812340000,长阳路\r\n" + day
                    + "-3,投诉,,2021/12/31 9:50,,楼道堆物。,沈女士,13812340000,长阳路\r\n";
            desk.locator("input[name=orders]")
                    .setInputFiles(Sheets.bytes(".csv", mended.getBytes(Charset.forName("GB18030"))));
            assertThat(preview.locator(".insert b")).hasText("1");
            assertThat(preview.locator(".same b")).hasText("1");
            preview.locator("button[name=apply]").click();
            assertThat(desk.locator(".done")).containsText("已收单：新 1，更正 0，已有 1");

            desk.locator("button[name=tab-orders]").click();
            desk.locator("input[name=q]").fill(day);
            assertThat(desk.locator("tr[data-order^=" + day + "]")).hasCount(3);
            assertThat(desk.locator("tr[data-order='" + day + "-1']")).containsText("紧急");
            Chromium.keep(desk, "desk-orders-list");
            desk.locator("tr[data-order='" + day + "-1'] a").click();
            assertThat(desk.locator("article[data-order='" + day + "-1']")).isVisible();
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static List<Object> row(String no, String kind, String urgent, String received) {
        return Arrays.asList(no, kind, urgent, received, null, "楼道灯不亮。" + no, "沈女士", "13812340000", "长阳路");
    }
}
