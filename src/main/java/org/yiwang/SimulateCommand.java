package org.yiwang;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yiwang.simulation.Fleet;
import org.yiwang.simulation.Simulation;
import org.yiwang.simulation.Trouble;
import org.yiwang.simulation.Unplayable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays devices that tests, measurements and the demonstration hear. */
@Command(
        name = "simulate",
        description = "Play devices over MQTT, with planted and chance troubles.",
        footer = {"", "What FLEET and TROUBLES look like stands in docs/devices.md."},
        mixinStandardHelpOptions = true)
class SimulateCommand implements Callable<Integer> {
    private static final Duration FLEET_WAIT = Duration.ofMinutes(10);
    private static final double PER_CENT = 100;

    @Option(names = "--fleet", paramLabel = "FLEET", required = true, description = "The devices, with their secrets.")
    Path fleet = Path.of("fleet.json");

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where they are heard, such as mqtt://localhost:1883; otherwise as FLEET says.")
    @Nullable
    URI address;

    @Option(names = "--troubles", paramLabel = "TROUBLES", description = "What befalls which device when.")
    @Nullable
    Path troubles;

    @Option(
            names = "--per-hour",
            paramLabel = "N",
            description = "Troubles by chance, over the whole fleet (default: ${DEFAULT-VALUE}).")
    double perHour;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "How often each device is heard at least; 0 leaves it as its kind has it.")
    double every;

    @Option(names = "--doubled", paramLabel = "PERCENT", description = "Messages that are sent twice.")
    double doubled;

    @Option(names = "--late", paramLabel = "PERCENT", description = "Messages that come up to five minutes late.")
    double late;

    @Option(names = "--torn", paramLabel = "PERCENT", description = "Messages that arrive in part.")
    double torn;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same play (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "How long; 0 until it is stopped.")
    double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "How long at the beginning what devices wait is not counted.")
    double warmUp;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Write a recording of --seconds instead of sending anything.")
    @Nullable
    Path recording;

    @Option(
            names = "--clock-offset-seconds",
            paramLabel = "N",
            description = "How far the devices' clocks stand from that of the machine (default: ${DEFAULT-VALUE}).")
    long clockOffsetSeconds;

    @Option(
            names = "--beside",
            paramLabel = "PID",
            hidden = true,
            description = "Waits for the fleet to be written, and ends when this process does.")
    long beside;

    @Override
    public Integer call() throws Exception {
        Companion.endWith(beside);
        try {
            return play();
        } catch (Unplayable e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int play() throws IOException, InterruptedException {
        if (beside != 0) await(fleet);
        if (!Files.isReadable(fleet)) {
            System.err.printf("%s cannot be read. Name the file of the devices with --fleet.%n", fleet);
            return 2;
        }
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(clockOffsetSeconds));
        Fleet played = Fleet.read(fleet, address);
        Simulation.Wish wish = new Simulation.Wish(
                seed,
                span(every),
                perHour,
                doubled / PER_CENT,
                late / PER_CENT,
                torn / PER_CENT,
                troubles == null ? List.of() : Trouble.read(troubles));
        if (recording == null)
            return Simulation.run(played, wish, span(seconds), span(warmUp), clock, System.out) ? 0 : 1;
        try (Writer out = Files.newBufferedWriter(recording)) {
            Simulation.record(played, wish, clock.instant(), span(seconds), out);
        }
        return 0;
    }

    private static Duration span(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static void await(Path file) throws InterruptedException {
        long end = System.nanoTime() + FLEET_WAIT.toNanos();
        while (!Files.exists(file) && System.nanoTime() < end) Thread.sleep(200);
    }
}
