package org.yiwang.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One opening of a screen, nothing known to the browser before.
 *
 * @param kilobytes what came over the line until the screen was usable, headers included
 * @param firstPaintMillis first contentful paint, since the address was entered
 * @param usableMillis the thing that the person needs is there and painted
 */
record Visit(double kilobytes, int requests, double firstPaintMillis, double usableMillis) {
    private static final int SLOWER = 4;

    /** @param at in seconds, by the browser's clock */
    private record Answer(double at, long bytes) {
        static Answer of(JsonObject finished) {
            return new Answer(
                    finished.get("timestamp").getAsDouble(),
                    finished.get("encodedDataLength").getAsLong());
        }
    }

    static Visit pay(Browser browser, Demonstration demo, Screen screen) throws Exception {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setBaseURL(demo.address()))) {
            if (screen.login() != null) signIn(context, screen.login(), demo.password());
            return measure(context, screen);
        }
    }

    private static void signIn(BrowserContext context, String login, String password) {
        APIResponse answer = context.request()
                .post(
                        "/api/v1/session",
                        RequestOptions.create()
                                .setHeader("X-Requested-With", "yiwang")
                                .setData(Map.of("login", login, "password", password)));
        if (!answer.ok()) throw new IllegalStateException(login + " cannot sign in: " + answer.text());
    }

    private static Visit measure(BrowserContext context, Screen screen) {
        Page page = context.newPage();
        CDPSession line = context.newCDPSession(page);
        List<Double> begun = new CopyOnWriteArrayList<>();
        List<Answer> answers = new CopyOnWriteArrayList<>();
        line.on(
                "Network.requestWillBeSent",
                sent -> begun.add(sent.get("timestamp").getAsDouble()));
        line.on("Network.loadingFinished", finished -> answers.add(Answer.of(finished)));
        line.send("Network.enable");
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        line.send("Emulation.setCPUThrottlingRate", rate);
        page.addInitScript(watch(screen.usable()));
        page.navigate(screen.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("html[data-usable]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        double usable = number(page, "Number(document.documentElement.dataset.usable)");
        List<Answer> needed = answers.stream()
                .filter(answer -> (answer.at() - begun.getFirst()) * 1000 <= usable)
                .toList();
        Visit visit = new Visit(
                needed.stream().mapToLong(Answer::bytes).sum() / 1000.0,
                needed.size(),
                number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                usable);
        page.close();
        return visit;
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    /** Looks once a frame; the time is taken when the frame that shows it has been painted. */
    private static String watch(String usable) {
        return """
                {
                  const look = () => (%s)
                    ? requestAnimationFrame(() => setTimeout(() => (document.documentElement.dataset.usable = performance.now())))
                    : requestAnimationFrame(look)
                  requestAnimationFrame(look)
                }
                """.formatted(usable);
    }
}
