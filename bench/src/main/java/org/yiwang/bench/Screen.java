package org.yiwang.bench;

import org.jspecify.annotations.Nullable;

/**
 * A screen as somebody opens it for the first time.
 *
 * @param login who is signed in; null for a resident
 * @param usable JavaScript that is true once the thing that the person needs is there
 */
record Screen(String name, String path, @Nullable String login, int width, int height, String usable) {
    /** What is there before the demonstration's data are. */
    static final java.util.List<Screen> ALL = java.util.List.of(
            new Screen("phone, resident", "/m", null, 390, 844, "document.querySelector('.hero input[type=file]')"),
            new Screen(
                    "phone, handler",
                    "/m/tasks",
                    "handler-chengguan",
                    390,
                    844,
                    "document.querySelectorAll('a.task').length > 0"),
            new Screen(
                    "desk",
                    "/desk",
                    "operator",
                    1440,
                    900,
                    "document.querySelectorAll('.queue ul > li:not(.end)').length > 0"),
            new Screen(
                    "command screen",
                    "/screen",
                    "leader",
                    1920,
                    1080,
                    "document.querySelectorAll('.figures b').length === 7 && document.querySelector('.canvas[data-drawn=loads]')"));
}
