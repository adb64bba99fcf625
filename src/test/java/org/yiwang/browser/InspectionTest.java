package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.rounds.MakeLists;
import org.yiwang.worktime.WorkCalendar;

/** Units and rivers are inspected with the phone; what is found is a case on the desk at once. */
@Tag("browser")
class InspectionTest {
    /** Where the phone of the test stands. */
    private static final double LON = 121.54843;

    private static final double LAT = 31.27301;

    private final RunningDemo demo = RunningDemo.loaded();

    InspectionTest() throws InterruptedException {}

    @Test
    void a_unit_is_inspected_its_hazard_becomes_a_case_and_the_record_can_be_had_on_paper() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("chief", DESK, "/desk/rounds");
            enter(
                    desk,
                    "unit",
                    Map.of(
                            "code",
                            "91310110TEST01",
                            "name",
                            "长阳五金加工厂",
                            "industry",
                            "factory",
                            "method",
                            "lec",
                            "likelihood",
                            "likely",
                            "exposure",
                            "daily",
                            "consequence",
                            "death"));
            demo.bean(MakeLists.class).at(demo.bean(Clock.class).instant());

            Page phone = chromium.staff("handler-anjian", PHONE, "/m/rounds");
            phone.locator("a[data-stop='91310110TEST01']").click();
            pick(phone, "工业企业");
            pick(phone, "锁闭或封堵");
            pick(phone, "完好有效");
            pick(phone, "规范");
            pick(phone, "安全制度齐全");
            pick(phone, "齐全");
            Moves.photograph(phone.locator("form"), false);
            Chromium.keep(phone, "inspection-phone");
            phone.locator("form button[type=submit]").click();
            assertThat(phone.locator("a.case")).hasCount(1);
            Download paper =
                    phone.waitForDownload(() -> phone.locator("[data-paper]").click());
            assertThat(paper.suggestedFilename()).startsWith("record-").endsWith(".pdf");

            open(desk, phone);
            assertThat(desk.getByText("重大事故隐患").first()).isVisible();
            assertThat(desk.getByText("长阳五金加工厂").first()).isVisible();
            Chromium.keep(desk, "inspection-case");
            desk.navigate("/desk/rounds/records?register=unit&by=industry");
            assertThat(desk.locator("select[name=by]")).hasValue("industry");
            Locator record = desk.locator("[data-record='91310110TEST01']");
            assertThat(record).containsText("查过");
            assertThat(record).containsText("未销号 1");
            Chromium.keep(desk, "records-by-industry");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void a_campaign_is_started_walked_and_ended_with_its_figures() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("chief", DESK, "/desk/rounds/campaigns");
            for (String code : new String[] {"91310110CAMP01", "91310110CAMP02"})
                enter(
                        desk,
                        "unit",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "专项" + code.substring(8),
                                "industry",
                                "trade",
                                "method",
                                "matrix",
                                "possibility",
                                1,
                                "severity",
                                2));
            desk.locator("header button.primary").click();
            desk.locator("[name=name]").fill("年末三合一专项");
            desk.locator("[name=to]").fill(today().plusDays(20).toString());
            desk.locator("[name=keys]").fill("91310110CAMP01\n91310110CAMP02");
            assertThat(desk.locator("b.count")).hasText("选中 2 个");
            Chromium.keep(desk, "campaign-start");
            desk.locator("button[type=submit]").click();
            assertThat(desk.locator("form.end")).isVisible();
            assertThat(desk.locator("[data-figure=total]")).hasText("2");

            Page phone = chromium.staff("handler-anjian-2", PHONE, "/m/rounds");
            phone.locator("a[data-stop='91310110CAMP01']")
                    .filter(new Locator.FilterOptions().setHasText("三合一"))
                    .click();
            pick(phone, "没有");
            pick(phone, "防盗窗封死");
            Moves.photograph(phone.locator("form"), false);
            phone.locator("form button[type=submit]").click();
            assertThat(phone.locator("a.case")).hasCount(1);

            desk.reload();
            assertThat(desk.locator("[data-figure=made]")).hasText("1");
            assertThat(desk.locator("[data-figure=found]")).hasText("1");
            assertThat(desk.locator("[data-figure=done]")).hasText(Pattern.compile("50"));
            desk.locator("form.end button").click();
            desk.locator("[name=reason]").fill("并入全区行动");
            desk.locator("form.end button[type=submit]").click();
            assertThat(desk.getByText("并入全区行动").first()).isVisible();
            assertThat(desk.locator("[data-figure=total]")).hasText("1");
            Chromium.keep(desk, "campaign-ended");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void a_bad_reading_of_a_river_opens_a_case() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("chief", DESK, "/desk");
            Map<String, Object> section = new HashMap<>();
            section.put("data", Map.of("code", "R-01", "name", "试验河一段", "river", "试验河", "target", "V"));
            section.put("shape", Map.of("type", "LineString", "coordinates", new double[][] {
                {LON, LAT}, {LON + 0.0005, LAT + 0.0005}
            }));
            post(desk, "/api/v1/registers/river-section/entries", section);
            post(
                    desk,
                    "/api/v1/registers/sampling-point/entries",
                    Map.of("data", Map.of("code", "P-01", "name", "试验河桥下", "section", "R-01"), "lon", LON, "lat", LAT));
            demo.bean(MakeLists.class).at(demo.bean(Clock.class).instant());

            Page phone = chromium.staff("handler-chengjian", PHONE, "/m/rounds");
            phone.locator("a[data-stop='P-01']")
                    .filter(new Locator.FilterOptions().setHasText("读数"))
                    .click();
            String[] readings = {"5.2", "2.6", "8", "0.2", "60"};
            Locator numbers = phone.locator("form input[inputmode=decimal], form input[type=number]");
            for (int i = 0; i < readings.length; i++) numbers.nth(i).fill(readings[i]);
            Moves.photograph(phone.locator("form"), false);
            Chromium.keep(phone, "river-readings");
            phone.locator("form button[type=submit]").click();
            assertThat(phone.locator("a.case")).hasCount(1);
            open(desk, phone);
            assertThat(desk.getByText("河道水质超标").first()).isVisible();
            assertThat(desk.locator("body")).containsText("试验河一段");
            assertThat(desk.getByText(Pattern.compile("2.6 mg/L，高于 2 mg/L")).first())
                    .isVisible();
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(demo.bean(Clock.class).instant(), WorkCalendar.ZONE);
    }

    /** The case that the phone names, on the desk. */
    private static void open(Page desk, Page phone) {
        desk.navigate(phone.locator("a.case").getAttribute("href").replace("/m/case/", "/desk/case/"));
    }

    private static void pick(Page phone, String answer) {
        phone.locator("form")
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static void enter(Page desk, String register, Map<String, ?> data) {
        post(desk, "/api/v1/registers/" + register + "/entries", Map.of("data", data, "lon", LON, "lat", LAT));
    }

    private static void post(Page desk, String path, Map<String, ?> body) {
        APIResponse answer = desk.request()
                .post(
                        path,
                        RequestOptions.create()
                                .setHeader("X-Requested-With", "yiwang")
                                .setData(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
