package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;

/** The private page: told at once while it is looked at, quiet while it is not, and not lost without a stream. */
@Tag("browser")
class FollowTest {
    private static final String COUNT = """
            window.streams = []
            const Own = window.EventSource
            window.EventSource = class extends Own { constructor(...given) { super(...given); window.streams.push(this) } }
            """;
    private static final String OPEN = "() => window.streams.filter((one) => one.readyState === 1).length === 1";
    private static final String NONE = "() => window.streams.every((one) => one.readyState === 2)";

    @Test
    void a_page_sees_the_close_by_itself_and_holds_no_stream_while_it_is_hidden() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page page = chromium.someone(PHONE, "zh-CN");
            page.addInitScript(COUNT);
            Matter matter = open(demo, page);
            page.waitForFunction(OPEN);
            turn(page, "hidden");
            page.waitForFunction(NONE);
            matter.handling().done("已收摊").step("operator", "pass");
            turn(page, "visible");
            page.waitForFunction(OPEN);
            assertThat(page.locator(".page li")).hasCount(6);
            long closed = System.nanoTime();
            matter.step("operator", "close", Map.of("answer", "摊位已收，谢谢您。"));
            assertThat(page.getByText("摊位已收，谢谢您。")).isVisible();
            Moves.told("resident's page", closed);
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void a_page_without_a_stream_asks_each_minute_and_heals_by_itself() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page page = chromium.someone(PHONE, "zh-CN");
            page.clock().install();
            page.addInitScript(COUNT);
            page.route("**/live", Route::abort);
            Matter matter = open(demo, page);
            matter.handling().step("operator", "contact", Map.of("reached", true, "note", "已联系"));
            page.clock().fastForward(61_000);
            assertThat(page.locator(".page li")).hasCount(4);
            page.unroute("**/live");
            page.clock().fastForward(80_000);
            page.waitForFunction(OPEN);
            matter.done("已收摊").step("operator", "pass").step("operator", "close", Map.of("answer", "摊位已收。"));
            assertThat(page.getByText("摊位已收。")).isVisible();
        }
    }

    private static Matter open(RunningDemo demo, Page page) {
        Answer answer = demo.visitor()
                .post(
                        "/api/v1/public/reports",
                        Map.of("category", "E0501", "description", Matter.words("店家在门口支摊"), "place", Matter.PLACE));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        page.navigate(answer.get("link"));
        assertThat(page.getByText(answer.get("number"))).isVisible();
        return Matter.found(demo, answer.get("number"));
    }

    /** What a browser does when its window is covered or shown. */
    private static void turn(Page page, String state) {
        page.evaluate(
                "state => { Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });"
                        + " document.dispatchEvent(new Event('visibilitychange')) }",
                state);
    }
}
