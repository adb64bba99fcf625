package org.yiwang.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a screen loads and how long it takes until somebody can work with it, on a processor four times slower than this one. */
final class ScreensBench {
    private static final double KILOBYTES_MAX = 350;
    private static final double USABLE_SECONDS_MAX = 2;
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Path data;
    private final int rounds;

    ScreensBench(Path data, int rounds) {
        this.data = data;
        this.rounds = rounds;
    }

    /** Whether every screen stays within its limits. */
    boolean run() throws Exception {
        Map<Screen, List<Visit>> visits = new LinkedHashMap<>();
        try (Demonstration demo = Demonstration.loaded(data);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(OPTIONS))) {
            // The server of an office has been running for a while: the first round warms it up and is not counted.
            for (int round = 0; round <= rounds; round++) {
                for (Screen screen : Screen.ALL) {
                    Visit visit = Visit.pay(browser, demo, screen);
                    if (round == 0) continue;
                    visits.computeIfAbsent(screen, s -> new ArrayList<>()).add(visit);
                    System.err.printf(
                            Locale.ROOT,
                            "  round %d  %-16s %4.0f kB in %2d answers, first paint %4.0f ms, usable after %4.0f ms%n",
                            round,
                            screen.name(),
                            visit.kilobytes(),
                            visit.requests(),
                            visit.firstPaintMillis(),
                            visit.usableMillis());
                }
            }
        }
        return tell(visits);
    }

    private static boolean tell(Map<Screen, List<Visit>> visits) throws Exception {
        boolean within = true;
        System.out.printf("%nprocessor four times slower, nothing cached; median (min – max)%n");
        System.out.printf(
                "  %-16s %-22s %-28s %s%n",
                "screen", "kB of 350", "first paint s", "usable s, of " + USABLE_SECONDS_MAX);
        Map<String, List<Visit>> kept = new LinkedHashMap<>();
        for (Map.Entry<Screen, List<Visit>> one : visits.entrySet()) {
            Spread kilobytes = Spread.of(one.getValue(), Visit::kilobytes);
            Spread usable = Spread.of(one.getValue(), visit -> visit.usableMillis() / 1000);
            System.out.printf(
                    "  %-16s %-22s %-28s %s%n",
                    one.getKey().name(),
                    kilobytes.text(0),
                    Spread.of(one.getValue(), visit -> visit.firstPaintMillis() / 1000)
                            .text(2),
                    usable.text(2));
            within &= kilobytes.max() <= KILOBYTES_MAX && usable.median() <= USABLE_SECONDS_MAX;
            kept.put(one.getKey().name(), one.getValue());
        }
        System.out.println(within ? "every screen is within its limits" : "NOT every screen is within its limits");
        Results.write("screens", kept);
        return within;
    }
}
