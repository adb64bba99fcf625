package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;
import static org.yiwang.browser.Chromium.WALL;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In English no screen falls back into Chinese, except where people wrote it. */
@Tag("browser")
class EnglishTest {
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。；：！？（）「」《》]");

    /** Answers with what people wrote, and the fields in which they did: names, places, texts. */
    private static final Pattern WRITTEN = Pattern.compile("/api/v1/(cases|staff|session|people|public/reports|me/)");

    private static final Set<String> FIELDS =
            Set.of("title", "description", "address", "note", "text", "answer", "name", "actorName", "task", "q");

    /** Everything that can be read or heard: texts, and the labels of what has none. */
    private static final String READ = """
            () => {
                const found = []
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
                for (let node = walk.currentNode; node; node = walk.nextNode()) {
                    if (node.nodeType === Node.TEXT_NODE) {
                        if (!/^(SCRIPT|STYLE)$/.test(node.parentElement.tagName)) found.push(node.textContent)
                    } else for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (node.getAttribute(name)) found.push(node.getAttribute(name))
                }
                return found.concat(document.title)
            }
            """;

    private final Set<String> written = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
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

            Page handler = chromium.staff("handler-chengguan", PHONE, "/m", "en");
            listen(handler);
            for (String path : List.of("/m", "/m/tasks", "/m/me", "/m/notices", "/m/outbox", "/m/new"))
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
            for (String path : List.of("/desk", "/desk/case/" + matter.id(), "/desk/supervision")) look(desk, path);
            look(desk, "/desk/case/" + matter.id());
            for (String action : List.of("Dispatch elsewhere", "Suspend", "Supervise", "Split", "Merge", "Correct")) {
                desk.locator(".actions button")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText(Pattern.compile("^" + action)))
                        .first()
                        .click();
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
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.LOAD);
        assertThat(page.locator("body")).containsText(Pattern.compile("\\w{3}"));
        page.waitForFunction("() => !document.querySelector('[aria-busy=true]')");
        read(page, path);
    }

    private void read(Page page, String where) {
        @SuppressWarnings("unchecked")
        List<String> texts = (List<String>) page.evaluate(READ);
        for (String text : texts) {
            String fixed = text;
            for (String words : written) fixed = fixed.replace(words, "");
            if (CHINESE.matcher(fixed).find() && !fixed.strip().equals("中文")) chinese.add(where + ": " + text.strip());
        }
    }

    /** Takes down what people wrote, as the page is told it. */
    private void listen(Page page) {
        page.onResponse(this::takeDown);
    }

    private void takeDown(Response response) {
        if (!WRITTEN.matcher(response.url()).find() || response.url().contains("/live")) return;
        try {
            take(new JsonMapper().readTree(response.text()));
        } catch (PlaywrightException | tools.jackson.core.JacksonException gone) {
            // An answer that the page did not wait for says nothing that it could show.
            return;
        }
    }

    private void take(JsonNode node) {
        if (node.isObject())
            node.properties().forEach(field -> {
                if (FIELDS.contains(field.getKey()) && field.getValue().isString())
                    keep(field.getValue().asString());
                else take(field.getValue());
            });
        else if (node.isArray()) node.forEach(this::take);
    }

    private void keep(String words) {
        Stream.concat(Stream.of(words), words.lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(written::add);
    }
}
