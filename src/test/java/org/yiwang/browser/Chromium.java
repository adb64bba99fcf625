package org.yiwang.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.RunningDemo;

/** Debian's Chromium, each person in a context of their own. Whatever a page complains about on its console is kept. */
final class Chromium implements AutoCloseable {
    static final int PHONE = 390;
    static final int DESK = 1440;
    static final int WALL = 1920;
    private static final Map<Integer, Integer> HEIGHTS = Map.of(PHONE, 844, DESK, 900, WALL, 1080);
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** One for all tests of a run, because it takes seconds to start; whoever uses it leaves nothing open. */
    private static @Nullable Browser shared;

    private final List<Page> pages = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    private final RunningDemo demo;
    private final Browser browser;

    Chromium(RunningDemo demo) {
        this.demo = demo;
        browser = start();
    }

    private static synchronized Browser start() {
        if (shared != null) return shared;
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        shared = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(OPTIONS));
        return shared;
    }

    /** Someone before a screen of this width who has not signed in. */
    Page someone(int width, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHTS.get(width))
                .setHasTouch(width == PHONE)
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setGeolocation(new Geolocation(31.27301, 121.54843))
                .setPermissions(List.of("geolocation"))
                .setBaseURL(demo.address()));
        context.addInitScript("localStorage.setItem('yiwang.language', '" + language + "')");
        Page page = context.newPage();
        pages.add(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(page.url() + " " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    Page staff(String login, int width, String path) {
        return staff(login, width, path, "zh-CN");
    }

    Page staff(String login, int width, String path, String language) {
        Page page = someone(width, language);
        page.navigate(path);
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(demo.password());
        page.locator("form button[type=submit]").click();
        page.locator("input[name=password]").waitFor(hidden());
        return page;
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** What everybody saw last stays in {@code target/screens}, for those who look into a failure. */
    @Override
    public void close() {
        for (int i = 0; i < pages.size(); i++) keep(pages.get(i), "last-" + i);
        for (Page page : pages) page.context().close();
    }
}
