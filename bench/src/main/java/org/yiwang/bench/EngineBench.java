package org.yiwang.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.OutputCodec;
import org.yiwang.alarms.engine.Shard;
import org.yiwang.alarms.engine.Stamp;
import tools.jackson.databind.json.JsonMapper;

/** The engine of alarms alone, on one thread, beside what it costs to parse and to store the same events. */
final class EngineBench {
    private static final Path DATA = Path.of("bench", "target", "data-engine").toAbsolutePath();
    private static final int SEED = 11;
    private static final int DEVICES = 2_000;
    private static final int BATCH = 1_000;
    private static final double MEGA = 1e6;
    private static final int FORGET_EVERY = 10_000;

    private record Line(Stamp stamp, Entry entry) {}

    /** What was said of a stream, as one number that changes with any of it. */
    private record Said(String hash, long outputs) {}

    private final int events;
    private final int rounds;
    private final long replayed;
    private final int devices;
    private final Map<String, Object> kept = new LinkedHashMap<>();

    EngineBench(int events, int rounds, long replayed, int devices) {
        this.events = events;
        this.rounds = rounds;
        this.replayed = replayed;
        this.devices = devices;
    }

    /** Whether the same stream always said the same. */
    boolean run() throws Exception {
        boolean same = measureRates();
        same &= replay();
        state();
        Results.write("devices-engine", kept);
        return same;
    }

    private boolean measureRates() throws Exception {
        List<Line> lines = new ArrayList<>();
        new Telemetry(DEVICES, events, SEED).play((stamp, entry) -> lines.add(new Line(stamp, entry)));
        List<Entry.Message> messages = new ArrayList<>();
        for (Line line : lines) if (line.entry() instanceof Entry.Message message) messages.add(message);
        List<String> payloads = messages.stream().map(Telemetry::json).toList();
        List<Double> parse = new ArrayList<>();
        List<Double> engine = new ArrayList<>();
        List<Double> store = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        try (Database database = Database.create(DATA)) {
            database.run(
                    "create table raw (device text, kind text, at timestamptz, payload jsonb, number bigint generated always as identity primary key)");
            for (int round = 0; round < rounds; round++) {
                parse.add(events / seconds(() -> parse(payloads)));
                engine.add(events / seconds(() -> hashes.add(play(lines).hash())));
                store.add(events / seconds(() -> store(database, messages, payloads)));
            }
        }
        tell("parse JSON", parse);
        tell("engine, five rules an event", engine);
        tell("store in PostgreSQL, 1,000 a commit", store);
        System.out.printf(
                "engine takes %.2f of the time of parsing, %.2f of storing the same events%n",
                parse.getLast() / engine.getLast(), store.getLast() / engine.getLast());
        kept.put("parsePerSecond", parse);
        kept.put("enginePerSecond", engine);
        kept.put("storePerSecond", store);
        return hashes.stream().distinct().count() == 1;
    }

    private static Said play(List<Line> lines) throws Exception {
        Digest digest = new Digest();
        Shard shard = new Shard(0);
        for (Line line : lines) shard.take(line.stamp(), line.entry(), digest::add);
        return digest.said();
    }

    private static void parse(List<String> payloads) {
        JsonMapper json = new JsonMapper();
        long sum = 0;
        for (String payload : payloads) sum += json.readTree(payload).path("level").asInt(0);
        if (sum < 0) throw new IllegalStateException("levels are positive");
    }

    private static void store(Database database, List<Entry.Message> messages, List<String> payloads) throws Exception {
        try (Connection connection = database.pool().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into raw (device, kind, at, payload) values (?, ?, ?, ?::jsonb)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < messages.size(); i++) {
                insert.setString(1, messages.get(i).device());
                insert.setString(2, messages.get(i).kind());
                insert.setTimestamp(3, new Timestamp(messages.get(i).time().orElse(0)));
                insert.setString(4, payloads.get(i));
                insert.addBatch();
                if (i % BATCH == BATCH - 1 || i == messages.size() - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** A long stream twice, made as it is read. */
    private boolean replay() throws Exception {
        if (replayed == 0) return true;
        List<String> hashes = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            seconds.add(seconds(() -> {
                Digest digest = new Digest();
                Shard shard = new Shard(0);
                new Telemetry(DEVICES, replayed, SEED).play((stamp, entry) -> shard.take(stamp, entry, digest::add));
                Said said = digest.said();
                hashes.add(said.hash() + " " + said.outputs());
            }));
            System.out.printf("replay of %,d events: %.0f s, outputs %s%n", replayed, seconds.getLast(), hashes.getLast());
        }
        kept.put("replayed", replayed);
        kept.put("replaySeconds", seconds);
        kept.put("replayHashes", hashes);
        return hashes.getFirst().equals(hashes.getLast());
    }

    /** What so many devices take, each having said something. */
    private void state() {
        if (devices == 0) return;
        long before = heap();
        Shard shard = new Shard(0);
        long[] read = {0};
        new Telemetry(devices, devices, SEED).play((stamp, entry) -> {
            shard.take(stamp, entry, output -> {});
            if (++read[0] % FORGET_EVERY == 0) shard.changes();
        });
        shard.changes();
        double megabytes = (heap() - before) / MEGA;
        System.out.printf("state of %,d devices with five rules: %.0f MB%n", devices, megabytes);
        kept.put("devices", devices);
        kept.put("stateMegabytes", megabytes);
        if (shard.due() < 0) throw new IllegalStateException("kept alive until here");
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void tell(String what, List<Double> perSecond) {
        System.out.printf("%-40s", what);
        perSecond.forEach(one -> System.out.printf(" %,10.0f/s", one));
        System.out.println();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static final class Digest {
        private final MessageDigest digest;
        private long outputs;

        Digest() throws Exception {
            digest = MessageDigest.getInstance("SHA-256");
        }

        void add(Output output) {
            digest.update(OutputCodec.write(output));
            outputs++;
        }

        Said said() {
            return new Said(HexFormat.of().formatHex(digest.digest(), 0, 8), outputs);
        }
    }
}
