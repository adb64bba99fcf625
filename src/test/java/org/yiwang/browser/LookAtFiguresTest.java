package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;

/** From a figure of the year to one of the cases behind it. */
@Tag("browser")
class LookAtFiguresTest {
    private static final int ORDERS = 3702;

    @Test
    void a_leader_sees_the_years_hotline_orders_and_opens_one() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        String orders = String.format(Locale.ROOT, "%,d", orders(demo));
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("leader", Chromium.DESK, "/desk/figures");
            Locator row = desk.locator(".row", new Page.LocatorOptions().setHasText("热线工单"));
            assertThat(row.locator(".value")).containsText(orders);
            row.click();
            assertThat(desk.locator(".big b")).hasText(orders);
            assertThat(desk.locator("article h3")).hasText("明细 " + orders + " 条");

            Locator committee = desk.locator("article ol button").first();
            String part = committee.locator(".num").first().innerText();
            committee.click();
            assertThat(desk.locator("article h3")).hasText("明细 " + part + " 条");
            desk.getByText("口径", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(desk.locator(".formula")).containsText("12345");
            Chromium.keep(desk, "desk-figures");

            Locator record = desk.locator("article section li a").first();
            String number = record.innerText().split(" ")[0];
            record.click();
            assertThat(desk.getByText(number).first()).isVisible();
            desk.goBack();
            assertThat(desk.locator("article h3")).hasText("明细 " + part + " 条");
        }
    }

    @Test
    void the_head_of_a_unit_is_told_that_the_figures_are_of_a_part() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("head-chengguan", Chromium.DESK, "/desk/figures/standard/cases");
            assertThat(desk.getByText("只统计您能看到的部分")).isVisible();
            assertThat(desk.locator("article section li").first()).isVisible();
        }
    }

    /** As many as the file of the year says, and what other tests have added since it opened. */
    private static int orders(RunningDemo demo) {
        JdbcClient db = JdbcClient.create(demo.database().dataSource());
        String counted =
                "select count(*)::int from casework.cases where channel = 'hotline' and notes ->> 'parent' is null";
        int ofTheYear = db.sql(counted + " and reported_at <= ?")
                .param(Timestamp.from(RunningDemo.OPENING))
                .query(Integer.class)
                .single();
        org.assertj.core.api.Assertions.assertThat(ofTheYear).isEqualTo(ORDERS);
        return db.sql(counted).query(Integer.class).single();
    }
}
