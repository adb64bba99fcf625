package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;
import static org.yiwang.browser.Chromium.WALL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** In English no screen falls back into Chinese, except where people wrote it. */
@Tag("browser")
class EnglishTest {
    /** Keeps what people wrote, as the page is told it: names, places, texts; of a notice only the line that names its case. */
    private static final String LISTEN = """
            const answers = /\\/api\\/v1\\/(cases|staff|session|people|worktime|public|territory|me\\/)/
            const fields = ['title', 'description', 'address', 'note', 'text', 'answer', 'name', 'actorName', 'task', 'q', 'notice']
            const notices = /\\/api\\/v1\\/notices/
            const sorting = /\\/api\\/v1\\/sorting/
            const records = /\\/api\\/v1\\/indicators\\/.*records/
            const written = window.written = new Set()
            const take = (node, fields) => {
                if (node === null || typeof node !== 'object') return
                for (const [field, value] of Object.entries(node))
                    if (typeof value !== 'string') take(value, fields)
                    else if (fields.includes(field) || (field === 'label' && 'register' in node)) value.split('\\n').map((line) => line.trim()).filter((line) => line).forEach((line) => written.add(line))
            }
            const ask = window.fetch
            window.fetch = async (...request) => {
                const answer = await ask(...request)
                const own = answers.test(answer.url) ? fields : notices.test(answer.url) ? ['text'] : records.test(answer.url) ? ['label'] : sorting.test(answer.url) ? ['title', 'purpose', 'estate', 'reason', 'label', 'note', 'by'] : []
                if (own.length) await answer.clone().json().then((body) => take(body, own), () => undefined)
                return answer
            }
            """;

    /** What of all that can be read or heard is Chinese, and was not written by a person; the office's templates are. */
    private static final String READ = """
            () => {
                const chinese = /[\\p{Script=Han}，。；：！？（）「」《》]/u
                const found = [document.title]
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
                for (let node = walk.currentNode; node; node = walk.nextNode()) {
                    if (node.nodeType === Node.TEXT_NODE) {
                        if (!node.parentElement.closest('script, style, .template')) found.push(node.textContent)
                    } else if (!node.matches('.template')) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (node.getAttribute(name)) found.push(node.getAttribute(name))
                }
                const written = [...window.written].sort((a, b) => b.length - a.length)
                const fixed = (text) => written.reduce((left, words) => (chinese.test(left) ? left.replaceAll(words, '') : left), text)
                return [...new Set(found.map((text) => text.trim()))].filter((text) => text !== '中文' && chinese.test(fixed(text)))
            }
            """;

    /** A page has come to rest: its text has not changed for a moment. */
    private static final String SETTLED = """
            () => {
                const length = document.body.innerText.length
                if (window.rest?.length !== length) window.rest = { length, since: performance.now() }
                return length > 5 && performance.now() - window.rest.since > 400
            }
            """;

    private final Set<String> chinese = new TreeSet<>();

    @Test
    void the_phones_speak_english() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "英文界面").handling();
            Page resident = chromium.someone(PHONE, "en");
            listen(resident);
            look(resident, "/m");
            resident.locator("input[type=file]").first().setInputFiles(Moves.photo(false));
            assertThat(resident.locator("input[name=address]")).not().hasValue("");
            read(resident, "report: place");
            Moves.button(resident, "Next").click();
            resident.locator("[data-code=E0501]").first().click();
            read(resident, "report: words");
            Moves.button(resident, "Send").click();
            resident.waitForURL("**/m/r/*");
            assertThat(resident.getByText("DQ").first()).isVisible();
            read(resident, "follow");
            Chromium.keep(resident, "english-follow");

            Page handler = chromium.staff("handler-chengguan", PHONE, "/m/tasks", "en");
            listen(handler);
            for (String path : List.of("/m/today", "/m/tasks", "/m/me", "/m/notices", "/m/outbox", "/m/new"))
                look(handler, path);
            look(handler, "/m/case/" + matter.id());
            Moves.begin(handler, "ask-return");
            read(handler, "sheet: return");
            Chromium.keep(handler, "english-phone");
            assertThat(chinese).isEmpty();
        }
    }

    @Test
    void the_desk_speaks_english() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter matter = Matter.registered(demo, "英文界面").handling().step("chief", "urge");
            Page desk = chromium.staff("chief", DESK, "/desk", "en");
            listen(desk);
            for (String path : List.of(
                    "/desk",
                    "/desk/case/" + matter.id(),
                    "/desk/supervision",
                    "/desk/sorting",
                    "/desk/sorting/trials",
                    "/desk/figures/standard/on-time-handling")) look(desk, path);
            desk.navigate("/desk/sorting/trials");
            desk.locator("[data-trial]")
                    .filter(new Locator.FilterOptions().setHasText("富天苑"))
                    .click();
            desk.locator("[data-result=correct] summary").click();
            read(desk, "trial");
            Chromium.keep(desk, "english-trial");
            look(desk, "/desk/case/" + matter.id());
            for (String action : List.of("Dispatch elsewhere", "Suspend", "Supervise", "Split", "Merge", "Correct")) {
                desk.locator(".actions button")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + action)))
                        .first()
                        .click();
                desk.locator("form.action").waitFor();
                read(desk, "form: " + action);
                desk.keyboard().press("Escape");
                assertThat(desk.locator("form.action")).hasCount(0);
            }
            desk.keyboard().press("?");
            assertThat(desk.getByRole(AriaRole.DIALOG)).isVisible();
            read(desk, "keys");
            Chromium.keep(desk, "english-desk");
            Page admin = chromium.staff("admin", DESK, "/desk/people", "en");
            listen(admin);
            for (String path : List.of("/desk/people", "/desk/categories", "/desk/cells", "/desk/calendar"))
                look(admin, path);
            assertThat(chinese).isEmpty();
        }
    }

    @Test
    void the_wall_speaks_english() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page wall = chromium.staff("leader", WALL, "/screen", "en");
            listen(wall);
            look(wall, "/screen");
            Chromium.keep(wall, "english-wall");
            wall.locator(".figures button").nth(1).click();
            wall.locator("aside li button").first().click();
            assertThat(wall.locator("aside .facts")).isVisible();
            read(wall, "drawer");
            Chromium.keep(wall, "english-drawer");
            assertThat(chinese).isEmpty();
        }
    }

    private void look(Page page, String path) {
        page.navigate(path);
        page.waitForFunction(SETTLED);
        read(page, path);
    }

    private void read(Page page, String where) {
        @SuppressWarnings("unchecked")
        List<String> texts = (List<String>) page.evaluate(READ);
        texts.forEach(text -> chinese.add(where + ": " + text));
    }

    private static void listen(Page page) {
        page.addInitScript(LISTEN);
    }
}
