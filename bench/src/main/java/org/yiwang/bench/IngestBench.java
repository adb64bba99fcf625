package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Devices over MQTT at QoS 1 against a server in a process of its own: how many messages of three values become durable, what each waits for, and how long it
 * takes from a message to the screen while they do. The devices are played by {@code ./yiwang simulate}, which shares the machine and whose share is told.
 */
final class IngestBench {
    private static final Path DATA = Path.of("bench", "target", "data-devices").toAbsolutePath();
    private static final int SPEAKERS = 200;
    private static final double WARM_UP_SECONDS = 10;
    private static final double BEAT_SECONDS = 60;
    /** As the package of lifts has it. */
    private static final long SILENT_SECONDS = 180;

    private static final long PATIENCE_SECONDS = 15;

    private final List<Integer> rates;
    private final double seconds;
    private final int connections;
    private final boolean isSilence;

    /**
     * @param offered messages a second
     * @param durable of these, acknowledged
     * @param server share of one processor, as are those of its database and of the process that plays the devices
     * @param screenP99 milliseconds from a message that alarms to an open screen
     */
    record Round(
            int offered,
            double durable,
            double waitP50,
            double waitP99,
            double server,
            double database,
            double devices,
            int alarms,
            double screenP50,
            double screenP99) {}

    /** @param isSilence whether to wait until it is noticed that the devices say nothing any more, which takes minutes */
    IngestBench(List<Integer> rates, double seconds, int connections, boolean isSilence) {
        this.rates = rates;
        this.seconds = seconds;
        this.connections = connections;
        this.isSilence = isSilence;
    }

    void run() throws Exception {
        Map<String, Object> kept = new LinkedHashMap<>();
        try (DeviceHost host = DeviceHost.start(DATA, Math.max(SPEAKERS, connections));
                AlarmProbe probe = host.probe()) {
            List<Round> rounds = new ArrayList<>();
            for (int rate : rates) {
                rounds.add(round(host, probe, rate));
                tell(rounds.getLast());
            }
            kept.put("rounds", rounds);
            if (isSilence) kept.put("silence", silence(host, probe));
            if (connections > 0) kept.put("connections", connect(host));
        }
        Results.write("devices-ingest", kept);
    }

    private Round round(DeviceHost host, AlarmProbe probe, int rate) throws Exception {
        Path fleet = host.fleet(SPEAKERS);
        Process devices = play(fleet, WARM_UP_SECONDS + seconds, WARM_UP_SECONDS, SPEAKERS / (double) rate, 96);
        probe.during(WARM_UP_SECONDS);
        Processor server = Processor.of(host.process());
        Processor all = Processor.now();
        double talkers = Processor.seconds(devices.toHandle());
        double[] waits = probe.during(seconds);
        server = Processor.of(host.process()).since(server);
        all = Processor.now().since(all);
        talkers = Processor.seconds(devices.toHandle()) - talkers;
        if (!devices.waitFor(60, TimeUnit.SECONDS)) throw new IOException("The devices do not end");
        JsonNode came = last(fleet);
        return new Round(
                rate,
                came.at("/waitMillis/count").asLong() / seconds,
                came.at("/waitMillis/p50").asDouble(),
                came.at("/waitMillis/p99").asDouble(),
                server.programs() / seconds,
                all.database() / seconds,
                talkers / seconds,
                waits.length,
                Spread.quantile(waits, 0.5),
                Spread.quantile(waits, 0.99));
    }

    /** The devices of the last round have gone: how late a screen hears of it, after the moment at which their silence became too long. */
    private static Map<String, Object> silence(DeviceHost host, AlarmProbe probe) throws Exception {
        Map<String, Instant> heard = probe.listen(SILENT_SECONDS + PATIENCE_SECONDS, PATIENCE_SECONDS);
        Map<String, Instant> due = host.begun("offline");
        double[] late = Spread.sorted(due.entrySet().stream()
                .mapToDouble(one -> heard.containsKey(one.getKey())
                        ? Duration.between(one.getValue(), heard.get(one.getKey())).toMillis()
                        : Double.POSITIVE_INFINITY)
                .toArray());
        System.out.printf(
                Locale.ROOT,
                "%,d devices fell silent: a screen heard of it p50 %.0f ms, p99 %.0f ms, at most %.0f ms after it was due%n",
                late.length,
                Spread.quantile(late, 0.5),
                Spread.quantile(late, 0.99),
                Spread.quantile(late, 1));
        return Map.of("devices", late.length, "p50", Spread.quantile(late, 0.5), "p99", Spread.quantile(late, 0.99));
    }

    private static void tell(Round round) {
        System.out.printf(
                Locale.ROOT,
                "offered %,6d/s: durable %,8.0f/s, acknowledged after p50 %.0f ms, p99 %.0f ms; server %.2f, PostgreSQL %.2f, devices %.2f of a processor; message to screen"
                        + " p50 %.0f ms, p99 %.0f ms (%d alarms)%n",
                round.offered,
                round.durable,
                round.waitP50,
                round.waitP99,
                round.server,
                round.database,
                round.devices,
                round.screenP50,
                round.screenP99,
                round.alarms);
    }

    private Map<String, Object> connect(DeviceHost host) throws Exception {
        double before = host.megabytes();
        Path fleet = host.fleet(connections);
        Process devices = play(fleet, seconds * 2, 0, BEAT_SECONDS, 1024);
        double most = 0;
        while (devices.isAlive()) {
            most = Math.max(most, host.megabytes());
            devices.waitFor(1, TimeUnit.SECONDS);
        }
        JsonNode came = last(fleet);
        System.out.printf(
                Locale.ROOT,
                "%,d connections of %,d: server %.0f MB before, %.0f MB at most; acknowledged after p99 %.0f ms%n",
                came.path("connected").asInt(),
                connections,
                before,
                most,
                came.at("/waitMillis/p99").asDouble());
        return Map.of(
                "wanted", connections, "connected", came.path("connected").asInt(), "megabytesBefore", before, "megabytesMost", most);
    }

    /** @param every seconds between two messages of a device */
    private static Process play(Path fleet, double span, double warmUp, double every, int megabytes) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.yiwang.Yiwang",
                        "simulate",
                        "--fleet",
                        fleet.toString(),
                        "--seconds",
                        String.valueOf(span),
                        "--warm-up",
                        String.valueOf(warmUp),
                        "--every",
                        String.valueOf(every))
                .redirectErrorStream(true)
                .redirectOutput(output(fleet).toFile())
                .start();
    }

    private static Path output(Path fleet) {
        return fleet.resolveSibling(fleet.getFileName() + ".output");
    }

    private static JsonNode last(Path fleet) throws IOException {
        List<String> lines = Files.readAllLines(output(fleet));
        if (lines.isEmpty() || !lines.getLast().startsWith("{"))
            throw new IOException("The devices were not played: " + String.join("\n", lines));
        return new JsonMapper().readTree(lines.getLast());
    }
}
