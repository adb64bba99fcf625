package org.yiwang.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays a fleet over its connections in the time of a clock, or writes down what it would say. */
public final class Simulation {
    private static final long STEP_NANOS_MAX = 20_000_000;
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What is asked for.
     *
     * @param every how often each device is to be heard; zero leaves it as its kind has it
     * @param perHour troubles by chance, over the whole fleet
     * @param doubled share of the messages, between 0 and 1, as are the next two
     */
    public record Wish(
            long seed,
            Duration every,
            double perHour,
            double doubled,
            double late,
            double torn,
            java.util.List<Trouble> planted) {
        Play play(Fleet fleet, Instant begin) {
            return new Play(
                    fleet,
                    begin,
                    new Play.Score(seed, every, perHour, new Faults.Shares(doubled, late, torn), planted));
        }
    }

    private record Told(String device, String command) {}

    private final Fleet fleet;
    private final Clock clock;
    private final Play play;
    private final Tally tally = new Tally();
    private final Map<String, Wire> wires = new HashMap<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final JsonMapper json = new JsonMapper();

    private Simulation(Fleet fleet, Wish wish, Clock clock) {
        this.fleet = fleet;
        this.clock = clock;
        this.play = wish.play(fleet, clock.instant());
    }

    /**
     * Plays until the span is over, then waits a little for what is not acknowledged yet.
     *
     * @param span zero plays on until the process ends
     * @param warmUp what devices wait in so long a time from the beginning is not counted
     * @param out a line of figures every ten seconds and at the end, as JSON
     * @return whether everything was acknowledged
     */
    public static boolean run(Fleet fleet, Wish wish, Duration span, Duration warmUp, Clock clock, PrintStream out) {
        Simulation simulation = new Simulation(fleet, wish, clock);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        try {
            return simulation.run(vertx, span, warmUp, out);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** A recording of the span, as the page of devices reads it in: CSV with device, message and payload. No connection is opened. */
    public static void record(Fleet fleet, Wish wish, Instant begin, Duration span, Writer out) throws IOException {
        out.write("device,message,payload\n");
        wish.play(fleet, begin).until(begin.plus(span), said -> write(out, said), cut -> {});
    }

    private static void write(Writer out, Said said) {
        try {
            out.write(said.device() + "," + said.kind() + ",\"" + said.payload().replace("\"", "\"\"") + "\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean run(Vertx vertx, Duration span, Duration warmUp, PrintStream out) {
        fleet.devices().stream()
                .filter(one -> one.secret() != null)
                .forEach(one -> wires.put(
                        one.serial(),
                        new Wire(
                                one,
                                fleet.address(),
                                vertx,
                                tally,
                                (device, command) -> told.add(new Told(device, new String(command, UTF_8))))));
        Instant begin = clock.instant();
        Instant end = span.isZero() ? Instant.MAX : begin.plus(span);
        Instant report = begin.plus(REPORT_EVERY);
        Instant warm = begin.plus(warmUp);
        while (clock.instant().isBefore(end)) {
            turn(clock.instant());
            if (!clock.instant().isBefore(warm)) {
                tally.forgetWaits();
                warm = Instant.MAX;
            }
            if (!clock.instant().isBefore(report)) {
                out.println(tally.line());
                report = clock.instant().plus(REPORT_EVERY);
            }
            rest(end);
        }
        return settle(out);
    }

    private void turn(Instant now) {
        for (Told one = told.poll(); one != null; one = told.poll()) obey(now, one);
        play.until(now, this::say, cut -> wire(cut.device()).cut(cut.lasts().toNanos()));
    }

    private void obey(Instant now, Told one) {
        try {
            JsonNode command = json.readTree(one.command);
            play.command(now, command.path("device").asString(one.device), command, this::say);
        } catch (JacksonException | Unplayable e) {
            tally.refused.increment();
        }
    }

    private void say(Said said) {
        wire(said.by()).say(said);
    }

    /** Its own, or that of the gateway that speaks for it. */
    private Wire wire(String serial) {
        Wire own = wires.get(serial);
        if (own != null) return own;
        String gateway = fleet.devices().stream()
                .filter(one -> one.serial().equals(serial))
                .findFirst()
                .orElseThrow()
                .behind();
        return Objects.requireNonNull(wires.get(Objects.requireNonNull(gateway)));
    }

    private void rest(Instant end) {
        Instant next = play.next().isBefore(end) ? play.next() : end;
        long nanos = Duration.between(clock.instant(), next).compareTo(Duration.ofSeconds(1)) > 0
                ? STEP_NANOS_MAX
                : Duration.between(clock.instant(), next).toNanos();
        if (nanos > 0) LockSupport.parkNanos(Math.min(STEP_NANOS_MAX, nanos));
    }

    private boolean settle(PrintStream out) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (tally.isOpen() && System.nanoTime() < end) LockSupport.parkNanos(STEP_NANOS_MAX);
        wires.values().forEach(Wire::close);
        out.println(tally.line());
        return !tally.isOpen();
    }
}
