package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import org.yiwang.rounds.MakeLists;
import tools.jackson.databind.JsonNode;

/** S9 市容: a count at a parking line becomes a case that the operator's own people clear; when it comes back, that is seen. */
@Tag("browser")
class StreetOrderTest {
    /** Where the browser's device stands. */
    private static final double LON = 121.54843;

    private static final double LAT = 31.27301;

    @Test
    void too_many_bicycles_are_counted_cleared_by_their_operator_checked_and_counted_as_a_relapse_when_they_are_back()
            throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        String line = line(demo);
        demo.bean(MakeLists.class).at(demo.bean(Clock.class).instant());
        try (Chromium chromium = new Chromium(demo)) {
            Page inspector = chromium.staff(inspector(demo), PHONE, "/m/rounds");
            String first = counted(inspector, line);
            JsonNode opened =
                    demo.signedIn("operator").get("/api/v1/cases/" + first).json();
            assertThat(opened.get("category").asString()).isEqualTo("E0506");
            assertThat(opened.at("/subject/key").asString()).isEqualTo(line);
            assertThat(opened.get("answers").findValuesAsString("zh")).contains("青绿色（青橙单车）", "25");

            Page desk = chromium.staff("operator", DESK, "/desk/case/" + first);
            action(desk, "立案").click();
            action(desk, "派遣").click();
            assertThat(desk.locator("form.action [name=unit]")).hasValue("bike-qingcheng");
            Chromium.keep(desk, "desk-operator-by-table");
            desk.locator("form.action button[type=submit]").click();
            desk.locator("form.action").waitFor(Moves.gone());

            Page party = chromium.staff("qingcheng", PHONE, "/m/today");
            party.waitForURL("**/m/tasks");
            assertThat(party.locator(".tabs a")).hasCount(2);
            Chromium.keep(party, "party-tasks");
            party.navigate("/m/case/" + first);
            assertThat(party.locator("body")).not().containsText("报告人");
            party.locator("[data-action=claim]").click();
            Locator done = Moves.begin(party, "feedback");
            done.locator("textarea").first().fill("已清走 15 辆，其余摆齐");
            done.locator("input[type=file]").first().setInputFiles(Moves.photo(true));
            assertThat(done.locator("figure")).hasCount(1);
            Chromium.keep(party, "party-feedback");
            Moves.send(done);
            assertThat(party.locator(".tags b")).hasText("待核查");

            inspector.navigate("/m/case/" + first);
            Locator check = Moves.begin(inspector, "pass");
            check.locator("input[type=file]").first().setInputFiles(Moves.photo(true));
            assertThat(check.locator("figure")).hasCount(1);
            Moves.send(check);
            Moves.act(desk, "结案", Map.of("answer", "单车已清走，企业驻点人员会加强整理。"));

            inspector.navigate("/m/rounds");
            String again = counted(inspector, line);
            assertThat(again).isNotEqualTo(first);
            desk.navigate("/desk/case/" + again);
            assertThat(desk.locator("body")).containsText("30 天内第 2 次");
            Chromium.keep(desk, "desk-relapse");
            assertThat(relapses(demo, first)).isTrue();
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void a_line_and_an_area_are_drawn_on_the_map_and_mended_by_their_corners() {
        RunningDemo demo = RunningDemo.start();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", DESK, "/desk/registers/parking-line?entry=new");
            drawn(desk, "TX-" + mark(), 2);
            assertThat(desk.locator(".entry h1")).containsText("画出来的停放点");
            desk.getByText("修改", new Page.GetByTextOptions().setExact(true)).click();
            desk.locator("summary").click();
            assertThat(desk.locator(".corners li")).hasCount(2);
            desk.getByLabel("在第 1 点之后加一点").click();
            assertThat(desk.locator(".corners li")).hasCount(3);
            desk.locator(".entry form .go").click();
            desk.locator(".entry form").waitFor(Moves.gone());
            desk.getByText("地图", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(desk.locator(".side .canvas[data-drawn]")).isVisible();
            Chromium.keep(desk, "desk-parking-line");

            desk.navigate("/desk/registers/parking-area?entry=new");
            drawn(desk, "TQ-" + mark(), 3);
            assertThat(desk.locator(".entry h1")).containsText("画出来的停放点");
            Chromium.keep(desk, "desk-parking-area");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void the_record_that_a_case_is_about_is_found_by_its_name_at_the_desk_and_on_the_phone() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        String line = line(demo);
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", DESK, "/desk");
            desk.locator(".queue li").first().waitFor();
            desk.keyboard().press("n");
            desk.locator("select[name=category]").selectOption("E0506");
            Locator field = desk.locator("input[name='answers.line']");
            field.fill("长阳路试验线");
            field.press("ArrowDown");
            desk.locator("[role=option]").first().waitFor();
            desk.locator("[role=option]")
                    .filter(new Locator.FilterOptions().setHasText(line))
                    .click();
            assertThat(desk.locator(".chosen[data-key='" + line + "']")).containsText("长阳路试验线");
            Chromium.keep(desk, "desk-lookup");

            Page phone = chromium.staff(inspector(demo), PHONE, "/m/new");
            phone.getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX)
                    .first()
                    .fill("共享单车");
            phone.locator("[data-code=E0506]").first().click();
            phone.locator("input[name='answers.line']").click();
            Locator near = phone.locator("[role=option]").filter(new Locator.FilterOptions().setHasText(line));
            assertThat(near).containsText("米");
            Chromium.keep(phone, "phone-lookup");
            near.click();
            assertThat(phone.locator(".chosen[data-key='" + line + "']")).isVisible();
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static Locator action(Page desk, String name) {
        return desk.locator(".actions")
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Counts 25 bicycles of one operator where ten may stand, and gives the case that this opens. */
    private static String counted(Page inspector, String line) throws IOException {
        inspector.locator("[data-stop='" + line + "']").first().click();
        inspector.locator("input[name='answers.qingcheng']").fill("25");
        inspector.locator("input[name='answers.lanjing']").fill("4");
        inspector.locator("input[name='answers.xiaoxiang']").fill("3");
        inspector.locator("[data-question=order] [data-id=fine]").click();
        inspector.locator("input[type=file]").first().setInputFiles(Moves.photo(false));
        assertThat(inspector.locator("figure")).hasCount(1);
        Chromium.keep(inspector, "inspector-count");
        Moves.button(inspector, "提交打卡").click();
        String href = inspector.locator("a.case").first().getAttribute("href");
        return href.substring(href.lastIndexOf('/') + 1);
    }

    private static void drawn(Page desk, String number, int corners) {
        desk.locator("input[name='answers.number']").fill(number);
        desk.locator("input[name='answers.name']").fill("画出来的停放点");
        desk.locator("input[name='answers.capacity']").fill("40");
        Locator map = desk.locator(".entry .canvas[data-drawn]");
        map.scrollIntoViewIfNeeded();
        int[][] at = {{120, 110}, {240, 130}, {200, 190}};
        for (int i = 0; i < corners; i++) {
            map.click(new Locator.ClickOptions().setPosition(at[i][0], at[i][1]));
            desk.waitForTimeout(350); // two clicks in quick succession are a double click, which ends a shape
        }
        Moves.button(desk, "画完").click();
        assertThat(desk.locator(".entry .shape")).hasAttribute("data-drawing", "false");
        desk.locator(".entry form .go").click();
        desk.locator(".entry form").waitFor(Moves.gone());
    }

    /** A line with room for ten of each operator, where the browser's device stands. */
    private static String line(RunningDemo demo) {
        String number = "TX-" + mark();
        Map<String, Object> data = Map.of(
                "number",
                number,
                "name",
                "长阳路试验线" + number,
                "capacity",
                60,
                "qingcheng",
                10,
                "lanjing",
                10,
                "xiaoxiang",
                10);
        Map<String, Object> shape = Map.of(
                "type", "LineString", "coordinates", List.of(List.of(LON - 0.0001, LAT), List.of(LON + 0.0001, LAT)));
        Answer entered = demo.signedIn("operator")
                .post("/api/v1/registers/parking-line/entries", Map.of("data", data, "shape", shape));
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        return number;
    }

    /** Whoever walks the cell that the device stands in. */
    private static String inspector(RunningDemo demo) {
        HttpVisitor admin = demo.signedIn("admin");
        String cell =
                admin.get("/api/v1/territory/locate?lon=" + LON + "&lat=" + LAT).get("cell");
        for (JsonNode person : admin.get("/api/v1/staff?role=inspector").json().get("items"))
            for (JsonNode own : person.get("cells"))
                if (own.asString().equals(cell)) return person.get("login").asString();
        throw new IllegalStateException("Nobody walks " + cell);
    }

    /** Whether the figure of relapses counts the case as one that came back. */
    private static boolean relapses(RunningDemo demo, String closed) {
        Answer records = demo.signedIn("supervisor")
                .get("/api/v1/indicators/streetscape/relapse-rate/records?from=2021-12-31&to=2021-12-31");
        assertThat(records.status()).as(records.text()).isEqualTo(200);
        for (JsonNode record : records.json().get("items"))
            if (record.get("id").asString().equals(closed))
                return record.path("counts").asBoolean();
        return false;
    }

    private static String mark() {
        return Long.toString(System.nanoTime() % 1_000_000_000L, 36).toUpperCase(java.util.Locale.ROOT);
    }
}
