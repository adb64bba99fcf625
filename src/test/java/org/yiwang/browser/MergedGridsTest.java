package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.RunningDemo;
import org.yiwang.RunningProduct;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A department hands in a changed grid; what is disputed is decided, the table published, and the next case shows the new person. */
@Tag("browser")
class MergedGridsTest {
    private static final String CITY = "/api/v1/grids/departments/city/grid";

    @Test
    void a_changed_grid_is_mended_taken_in_decided_published_and_shown_on_a_case() {
        RunningDemo demo = RunningDemo.start();
        try (Chromium chromium = new Chromium(demo)) {
            HttpVisitor operator = demo.signedIn("operator");
            String id = operator.post(
                            "/api/v1/cases",
                            Map.of("category", "E0501", "description", "店外摆摊", "place", RunningProduct.PLACE))
                    .get("id");
            String cell =
                    operator.get("/api/v1/cases/" + id).json().at("/place/cell").asString();
            JsonNode before = operator.get("/api/v1/grids/duties?category=E0501&cell=" + cell)
                    .json()
                    .at("/items/0");
            assertThat(before.get("department").asString()).isEqualTo("city");
            String grid = before.get("grid").asString();

            Page desk = chromium.staff("supervisor", Chromium.DESK, "/desk/grids?tab=departments");
            Locator city = desk.locator("li[data-department=city]");
            city.getByText("上传新网格", within()).click();
            city.locator("input[name=grid]")
                    .setInputFiles(file(faulty(operator.get(CITY).json(), grid)));
            assertThat(city.locator(".faults")).containsText("该网格没有责任人");
            assertThat(city.locator(".faults")).containsText(grid);
            Chromium.keep(desk, "desk-grids-faults");
            city.locator("input[name=grid]")
                    .setInputFiles(file(heldBy(operator.get(CITY).json(), grid, "head-chengguan")));
            assertThat(city.locator(".sound")).containsText("18 个网格，可以生效");
            city.locator(".go").click();
            assertThat(city.locator("form")).hasCount(0);
            assertThat(city).containsText("第 2 版");

            desk.getByRole(AriaRole.TAB).first().click();
            decideAll(desk);
            Chromium.keep(desk, "desk-grids-decided");
            desk.locator("form.publish input[name=note]").fill("城管换人");
            desk.locator("form.publish .go").click();
            assertThat(desk.getByText("与现行责任表一致，无需发布")).isVisible();

            desk.getByText("前后对比", exactly()).click();
            assertThat(desk.locator("[data-figure=divided] td").last()).hasText("0");
            assertThat(desk.locator("[data-figure=divisions] td").first()).hasText("5");
            Chromium.keep(desk, "desk-grids-compare");

            Page chief = chromium.staff("chief", Chromium.DESK, "/desk/case/" + id);
            Locator held = chief.locator(".duties .first[data-department=city]");
            assertThat(held.locator("b")).hasText("郭鹏");
            assertThat(before.get("holder").asString()).isNotEqualTo("郭鹏");
            chief.locator(".actions button")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^立案")))
                    .click();
            held.getByText("派为主办", within()).click();
            assertThat(chief.locator("form.action [name=unit]")).hasValue("chengguan");
            chief.locator(".duties summary").click();
            chief.locator(".duties [data-department=fire] button").click();
            assertThat(chief.locator("form.action .several b")).hasText(Pattern.compile("安监办"));
            chief.locator("form.action button[type=submit]").click();
            chief.locator("form.action").waitFor(Moves.gone());
            assertThat(held.locator("button")).hasCount(0);
            Chromium.keep(chief, "desk-case-duties");
            assertThat(chromium.complaints)
                    .filteredOn(one -> !one.contains("422"))
                    .isEmpty();
        }
    }

    /** What is open, each with its reason; the list shortens as it is decided. */
    private static void decideAll(Page desk) {
        desk.locator("select[name=only]").selectOption("open");
        Locator open = desk.locator("li[data-cell]");
        open.first().waitFor();
        for (int left = open.count(); left > 0; left--) {
            open.first().locator(".line").click();
            open.first().locator("textarea[name=reason]").fill("按现场踏勘，出入口在这一侧");
            open.first().locator(".go").click();
            assertThat(open).hasCount(left - 1);
        }
        desk.locator("form.publish").waitFor();
    }

    private static JsonNode faulty(JsonNode exported, String grid) {
        propertiesOf(exported, grid).remove("holder");
        return exported;
    }

    private static JsonNode heldBy(JsonNode exported, String grid, String login) {
        propertiesOf(exported, grid).put("holder", login);
        return exported;
    }

    private static ObjectNode propertiesOf(JsonNode exported, String grid) {
        return exported.get("features")
                .valueStream()
                .map(feature -> (ObjectNode) feature.get("properties"))
                .filter(properties -> properties.get("code").asString().equals(grid))
                .findFirst()
                .orElseThrow();
    }

    private static FilePayload file(JsonNode grids) {
        return new FilePayload(
                "city.geojson", "application/geo+json", grids.toString().getBytes(UTF_8));
    }

    private static Locator.GetByTextOptions within() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
