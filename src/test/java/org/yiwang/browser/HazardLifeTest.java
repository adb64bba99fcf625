package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.yiwang.RunningDemo;
import org.yiwang.rounds.MakeLists;

/** A hazard from the inspection that finds it to the day on which nothing is open at that unit any more. */
@Tag("browser")
class HazardLifeTest {
    private static final String CODE = "91310110HAZ01";
    private static final String NAME = "江浦木器加工场";

    private final RunningDemo demo = RunningDemo.loaded();

    HazardLifeTest() throws InterruptedException {}

    @Test
    void a_hazard_is_given_more_time_put_right_looked_at_again_twice_and_closed() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", DESK, "/desk");
            String entry = enter(desk);
            demo.bean(MakeLists.class).at(demo.bean(Clock.class).instant());

            Page inspector = chromium.staff("handler-anjian", PHONE, "/m/rounds");
            inspect(inspector);
            Locator found = inspector.locator("a.case");
            assertThat(found).hasCount(1);
            String id = found.getAttribute("href").replace("/m/case/", "");

            desk.navigate("/desk/case/" + id);
            assertThat(desk.locator(".about h2")).containsText(NAME);
            String number = demo.signedIn("operator").get("/api/v1/cases/" + id).get("number");
            assertThat(desk.locator("body")).containsText(number);
            desk.locator(".actions").getByRole(AriaRole.BUTTON, named("立案")).click();
            Moves.act(desk, "派遣", Map.of("unit", "anjian"));

            Page handler = chromium.staff("handler-anjian-2", PHONE, "/m/case/" + id);
            handler.locator(".foot [data-action=claim]").click();
            assertThat(handler.locator(".tags b")).hasText("处置中");
            String due = handler.locator(".due .num").innerText();
            Locator more = Moves.beginFromMenu(handler, "ask-extension");
            more.locator("[data-id=material]").click();
            more.locator("input[type=number]").fill("3");
            more.locator("[data-id=working-days]").click();
            Moves.send(more);
            assertThat(desk.getByText("申请延期 3工作日：材料设备到货延迟")).isVisible();
            Moves.act(desk, "同意延期", Map.of());
            assertThat(handler.locator(".due .num")).not().hasText(due);

            rectify(handler, "灭火器已全部更换");
            assertThat(desk.locator(".body .strip small").getByText("处置后")).hasCount(1);

            Matter matter = Matter.found(demo, number);
            Page other = chromium.staff(matter.inspector(), PHONE, "/m/case/" + id);
            Locator refused = Moves.begin(other, "fail");
            refused.locator("textarea").first().fill("二楼还有两具过期");
            Moves.send(refused);
            assertThat(handler.getByText("二楼还有两具过期").first()).isVisible();
            assertThat(desk.getByText("返工 1")).isVisible();
            assertThat(open(desk)).containsText("未销号 1");

            rectify(handler, "二楼两具也已更换");
            Locator passed = Moves.begin(other, "pass");
            Moves.photograph(passed, true);
            Moves.send(passed);
            assertThat(other.locator(".tags b")).hasText("待结案");
            desk.navigate("/desk/case/" + id);
            Moves.act(desk, "结案", Map.of("answer", "灭火器已全部更换，复查合格。"));
            Chromium.keep(desk, "hazard-closed");

            assertThat(open(desk)).containsText("查过");
            assertThat(open(desk)).not().containsText("未销号");
            Chromium.keep(desk, "hazard-records");
            desk.navigate("/desk/registers/unit?entry=" + entry);
            assertThat(desk.locator(".cases a").first()).containsText("已结案");
            assertThat(paper(inspector)).contains(NAME, "过期或损坏", number, "一般安全隐患");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** With the phone, by the checklist of its risk. */
    private static void inspect(Page inspector) throws IOException {
        inspector.locator("a[data-stop='" + CODE + "']").click();
        for (String answer : new String[] {"工业企业", "畅通", "过期或损坏", "规范", "安全制度齐全", "齐全"}) pick(inspector, answer);
        Moves.photograph(inspector.locator("form"), false);
        inspector.locator("form button[type=submit]").click();
    }

    private static void rectify(Page handler, String note) throws IOException {
        Locator sheet = Moves.begin(handler, "feedback");
        sheet.locator("textarea[name=note]").fill(note);
        Moves.photograph(sheet, false);
        Moves.send(sheet);
        assertThat(handler.locator(".tags b")).hasText("待核查");
    }

    /** The unit on the page of the records. */
    private static Locator open(Page desk) {
        desk.navigate("/desk/rounds/records?register=unit&by=industry");
        assertThat(desk.locator("select[name=by]")).hasValue("industry");
        return desk.locator("[data-record='" + CODE + "']");
    }

    private static String paper(Page inspector) throws IOException {
        Download paper = inspector.waitForDownload(
                () -> inspector.locator("[data-paper]").click());
        try (PdfReader reader = new PdfReader(Files.readAllBytes(paper.path()))) {
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s", "");
        }
    }

    private static void pick(Page phone, String answer) {
        phone.locator("form")
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A workshop of red risk where the tests' telephones are; its id. */
    private static String enter(Page desk) {
        Map<String, ?> data = Map.of(
                "code",
                CODE,
                "name",
                NAME,
                "industry",
                "factory",
                "method",
                "lec",
                "likelihood",
                "likely",
                "exposure",
                "daily",
                "consequence",
                "death");
        var answer = desk.request()
                .post(
                        "/api/v1/registers/unit/entries",
                        RequestOptions.create()
                                .setHeader("X-Requested-With", "yiwang")
                                .setData(Map.of("data", data, "lon", 121.54843, "lat", 31.27301)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new tools.jackson.databind.json.JsonMapper()
                .readTree(answer.text())
                .path("id")
                .asString();
    }
}
