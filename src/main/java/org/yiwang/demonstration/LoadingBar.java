package org.yiwang.demonstration;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.yiwang.platform.Progress;

/** Shows on the console how far the loading has come: a moving bar for a person, a line for every tenth in a log. */
final class LoadingBar {
    private static final int WIDTH = 40;
    private static final long TENTHS = 10;
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Progress progress;
    private final PrintStream console;
    private final boolean moving;
    private final long start = System.nanoTime();
    private final Thread thread;
    private long tenth;

    private LoadingBar(Progress progress, PrintStream console, boolean moving) {
        this.progress = progress;
        this.console = console;
        this.moving = moving;
        this.thread = Thread.ofVirtual().name("loading-bar").unstarted(this::run);
    }

    static void during(Progress progress, Runnable work) {
        LoadingBar bar = new LoadingBar(progress, System.out, isTerminal());
        bar.thread.start();
        try {
            work.run();
        } finally {
            bar.end();
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                progress.state().ifPresent(this::show);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Progress.State state) {
        if (moving) console.print("\r" + line(state));
        else if (state.done() * TENTHS / state.total() > tenth) {
            tenth = state.done() * TENTHS / state.total();
            console.println(line(state));
        }
        console.flush();
    }

    private String line(Progress.State state) {
        int full = (int) (WIDTH * state.done() / state.total());
        return "%s [%s%s] %,d of %,d cases, %d s"
                .formatted(
                        "Loading the year",
                        "#".repeat(full),
                        " ".repeat(WIDTH - full),
                        state.done(),
                        state.total(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private void end() {
        thread.interrupt();
        progress.state().ifPresent(state -> console.printf(Locale.ROOT, "%s%s%n", moving ? "\r" : "", line(state)));
    }
}
