package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;

/** A quarter under special supervision: its figures, a sample that another unit looks at, what failed, what keeps failing, and the end. */
@Tag("browser")
class SpecialSupervisionTest {
    @Test
    void
            the_supervisor_reads_the_figures_draws_a_sample_that_others_look_at_on_the_spot_answers_the_risk_and_ends_the_quarter()
                    throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            String mark = "占道" + System.nanoTime() % 1_000_000;
            Page desk = chromium.staff("supervisor", DESK, "/desk/lists");
            open(desk, mark);
            Locator overdue = desk.locator("[data-row=now] [data-figure=cases]");
            assertThat(overdue).not().hasText("0");
            desk.locator("[data-row=now] [data-figure=overdue]").click();
            assertThat(desk.locator(".behind a").first()).isVisible();
            Chromium.keep(desk, "desk-special-figures");

            desk.locator("input[name=perUnit]").fill("3");
            desk.locator("input[name=percent]").fill("0");
            desk.locator("form.draw [data-id=shichang]").click();
            Moves.button(desk, "抽样").click();
            assertThat(desk.locator("[data-check]")).hasCount(3);
            desk.locator(".again").click();
            assertThat(desk.locator("[role=status]")).containsText("核对一致");

            Page phone = chromium.staff("head-shichang", PHONE, "/m/items");
            Locator check = phone.locator("[data-check]").first();
            check.locator(".record").click();
            check.locator("[data-verdict=failed]").click();
            check.locator("textarea[name=note]").fill("下午三点半，四户又摆到盲道上");
            check.locator("input[type=file]").setInputFiles(Moves.photo(false));
            assertThat(check.locator("figure")).hasCount(1);
            Chromium.keep(phone, "mobile-special-check");
            check.locator("button[type=submit]").click();
            assertThat(phone.locator("[data-check]")).hasCount(2);

            desk.reload();
            assertThat(desk.locator("em.failed")).hasCount(1);
            look(desk, "failed", "夜里摊位又出来了");
            assertThat(desk.locator("em.failed")).hasCount(2);
            look(desk, "kept", "门前整洁");
            assertThat(desk.locator("[data-share]")).hasText("66.7%");
            assertThat(desk.locator(".sum").first()).containsText("95% 区间");

            desk.locator(".risk .prevent").click();
            desk.locator(".risk input[name=due]").fill("2022-01-13");
            desk.locator(".risk input[name=proof]").fill("每周两次夜查记录");
            desk.locator(".risk button[type=submit]").click();
            assertThat(desk.locator(".risk")).containsText("已交办防范事项");
            assertThat(desk.locator("[data-mended]")).hasText("0 / 3 已销项");
            Chromium.keep(desk, "desk-special-result");

            mend(demo, mark);
            desk.reload();
            assertThat(desk.locator("[data-mended]")).hasText("3 / 3 已销项");
            desk.locator("button.end").click();
            assertThat(desk.locator("aside a.on")).containsText("已关闭");
            Chromium.keep(desk, "desk-special-ended");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** The shops of one squad in the last quarter of the demonstration's year. */
    private static void open(Page desk, String mark) {
        Moves.button(desk, "新建清单").click();
        desk.locator("select[name=kind]").selectOption("special");
        desk.locator("input[name=title]").fill(mark);
        desk.locator("input[name=from]").fill("2021-10-01");
        desk.locator("input[name=to]").fill("2021-12-31");
        desk.locator("form.panel [data-id=E0501]").click();
        desk.locator("form.panel [data-id=chengguan]").click();
        Moves.button(desk, "新建").click();
        desk.locator("[data-row=now]").waitFor();
    }

    private static void look(Page desk, String verdict, String note) {
        desk.locator("article .record").first().click();
        desk.locator("form.check [data-verdict=" + verdict + "]").click();
        desk.locator("form.check textarea").fill(note);
        desk.locator("form.check button[type=submit]").click();
        desk.locator("form.check").waitFor(Moves.gone());
    }

    /** The squad does all that it was given, and the supervisor has seen it. */
    private static void mend(RunningDemo demo, String mark) throws IOException {
        HttpVisitor head = demo.signedIn("head-chengguan");
        HttpVisitor supervisor = demo.signedIn("supervisor");
        for (JsonNode list : supervisor.get("/api/v1/lists").json().get("items")) {
            if (!list.at("/list/title").asString().equals(mark)) continue;
            String items = "/api/v1/lists/items?list=" + list.at("/list/id").asString();
            for (JsonNode item : supervisor.get(items).json().get("items")) {
                String path = "/api/v1/lists/items/" + item.path("id").asString() + "/steps/";
                step(head, path + "accept", 1, List.of());
                String photo = head.upload("/api/v1/attachments", "after.jpg", Moves.photo(true).buffer)
                        .get("id");
                step(head, path + "hand-in", 2, List.of(photo));
                step(supervisor, path + "verify", 3, List.of());
            }
        }
    }

    private static void step(HttpVisitor person, String path, int version, List<String> photos) {
        Map<String, Object> body = new HashMap<>(Map.of("note", "已看过", "version", version, "photos", photos));
        Answer answer = person.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
