package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long {@code ./yiwang demo} takes until the first page is answered, on data that exist and on a new folder, and how much memory the server holds a while later. */
final class StartBench {
    private static final double WARM_SECONDS_MAX = 6;
    private static final double NEW_SECONDS_MAX = 10;
    private static final double MEGABYTES_MAX = 512;
    private static final Path FRESH = Path.of("bench", "target", "fresh");

    private final Path data;
    private final int rounds;
    private final int settleSeconds;

    StartBench(Path data, int rounds, int settleSeconds) {
        this.data = data;
        this.rounds = rounds;
        this.settleSeconds = settleSeconds;
    }

    /** Whether start and memory stay within their limits. */
    boolean run() throws Exception {
        if (!Files.exists(data.resolve("demo.json")))
            throw new IOException(
                    "%s holds no demonstration. Run ./yiwang demo --data %1$s once, or name another with --data."
                            .formatted(data));
        List<Double> fresh = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        double megabytes = 0;
        for (int i = 1; i <= rounds; i++) {
            fresh.add(onNewFolder());
            try (Demonstration demo = Demonstration.start(data)) {
                warm.add(demo.seconds());
                if (i == rounds) megabytes = settled(demo);
            }
            System.err.printf(
                    Locale.ROOT,
                    "  start %d: first page after %.2f s on a new folder, %.2f s on existing data%n",
                    i,
                    fresh.getLast(),
                    warm.getLast());
        }
        Results.write("start", Map.of("fresh", fresh, "warm", warm, "megabytes", megabytes));
        return tell(Spread.of(fresh, s -> s), Spread.of(warm, s -> s), megabytes);
    }

    private double settled(Demonstration demo) throws Exception {
        TimeUnit.SECONDS.sleep(settleSeconds);
        return demo.megabytes();
    }

    private static double onNewFolder() throws Exception {
        Database.delete(FRESH);
        try (Demonstration demo = Demonstration.start(FRESH)) {
            return demo.seconds();
        } finally {
            Database.delete(FRESH);
        }
    }

    private boolean tell(Spread fresh, Spread warm, double megabytes) {
        System.out.printf("%nfirst page on a new folder after %s s, limit %.0f s%n", fresh.text(2), NEW_SECONDS_MAX);
        System.out.printf("first page on existing data after %s s, limit %.0f s%n", warm.text(2), WARM_SECONDS_MAX);
        System.out.printf(
                Locale.ROOT,
                "the server holds %.0f MB after %d s, limit %.0f MB%n",
                megabytes,
                settleSeconds,
                MEGABYTES_MAX);
        return fresh.median() < NEW_SECONDS_MAX && warm.median() < WARM_SECONDS_MAX && megabytes < MEGABYTES_MAX;
    }
}
