package org.yiwang.alarms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.store.StateStore;
import org.yiwang.alarms.store.TakenStore;

/**
 * The engine within the product and the engine on Flink, as processes that are killed ({@code kill -9}) in the middle, read the same recorded stream. The long form:
 * {@code -Dstream.events=1000000}.
 */
@Tag("database")
class TwoHostsTest {
    private static final int EVENTS = Integer.getInteger("stream.events", 30_000);
    private static final Path FOLDER = Path.of("target", "two-hosts");

    private final AlarmWorld world = new AlarmWorld();
    private final Recording recording = new Recording(world, 9);
    private long begun = System.nanoTime();

    @Test
    void both_hosts_say_the_same_of_the_same_stream_and_so_they_do_when_they_are_killed_in_the_middle()
            throws Exception {
        try (FlinkProcesses flink = new FlinkProcesses(FOLDER, EVENTS > 200_000)) {
            String killedThere = flinkKilled(flink);
            List<String> everything = world.everything();
            world.forget();
            String there = flinkUndisturbed(flink);
            world.forget();
            String here = within(0);
            assertThat(everything).isEqualTo(world.everything());
            world.forget();
            String killedHere = within(1);
            assertThat(List.of(there, killedThere, killedHere)).containsOnly(here);
            assertThat(everything.size()).isGreaterThan(EVENTS / 100);
        }
    }

    @Test
    void the_product_itself_carries_nothing_of_flink() {
        assertThat(getClass().getResource("/org/apache/flink/api/common/JobID.class"))
                .isNull();
    }

    /** What the product has read of the first part is handed over. A worker is killed while it works on the second part, everything of Flink's while it works on the third. */
    private String flinkKilled(FlinkProcesses flink) throws Exception {
        KafkaPlace place = flink.place("killed");
        EngineElsewhere.make(place);
        flink.startJob(place);
        flink.startWorker(place);
        List<ReadPartition> readers = world.readers(world.transactions);
        try (SendLines send = sender(place)) {
            recording.write(EVENTS / 6);
            world.read(readers);
            recording.write(EVENTS / 3 - EVENTS / 6);
            all(send);
            FlinkProcesses.until("something is said", () -> flink.said(place) > 0 && flink.checkpoints(place) > 0);
            recording.write(EVENTS / 3);
            long before = flink.said(place);
            all(send);
            FlinkProcesses.until("more is said", () -> flink.said(place) > before);
            flink.killWorker();
            flink.startWorker(place);
            recording.write(EVENTS - EVENTS / 3 * 2);
            recording.pass(3_600_000);
            note("written, sent in part");
            long between = flink.said(place);
            all(send);
            FlinkProcesses.until("still more is said", () -> flink.said(place) > between);
            flink.killJob();
            flink.killWorker();
        }
        flink.startJob(place);
        flink.startWorker(place);
        FlinkProcesses.until("all is read", () -> flink.isAllRead(place));
        flink.killJob();
        flink.killWorker();
        String there = taken("Flink, killed", place, flink);
        world.read(readers);
        assertThat(hash("read within after all"))
                .as("whoever goes back reads the same")
                .isEqualTo(there);
        return there;
    }

    private String flinkUndisturbed(FlinkProcesses flink) throws Exception {
        KafkaPlace place = flink.place("undisturbed");
        EngineElsewhere.make(place);
        try (SendLines send = sender(place)) {
            all(send);
        }
        note("sent");
        flink.startJob(place);
        flink.startWorker(place);
        FlinkProcesses.until("all is read", () -> flink.isAllRead(place));
        flink.killJob();
        flink.killWorker();
        return taken("Flink", place, flink);
    }

    private SendLines sender(KafkaPlace place) {
        return new SendLines(
                AlarmWorld.TENANT, place, world.log, new StateStore(world.db), world.transactions, world.json);
    }

    private void all(SendLines send) {
        while (send.turn(world.log.heads(AlarmWorld.TENANT))) {}
    }

    private String taken(String what, KafkaPlace place, FlinkProcesses flink) throws Exception {
        note(what + ": read");
        long said = flink.said(place);
        try (TakeOutputs take =
                new TakeOutputs(AlarmWorld.TENANT, place, new TakenStore(world.db), world::keep, world.transactions)) {
            long came = 0;
            while (came < said) came += take.turn(Duration.ofMillis(500));
        }
        return hash(what + ": " + said + " outputs came");
    }

    /** By nodes of their own, the first of which are killed in the middle. */
    private String within(int kills) throws Exception {
        long total = world.db
                .sql("select count(*) from sensing.log")
                .query(Long.class)
                .single();
        for (int kill = 1; kill <= kills; kill++) {
            Process node = node();
            try {
                long wanted = total * kill / (kills + 1);
                FlinkProcesses.until("it has read so far", () -> read() >= wanted || !node.isAlive());
                assertThat(node.isAlive()).as("it is killed in the middle").isTrue();
            } finally {
                node.destroyForcibly().waitFor();
            }
            assertThat(read()).isLessThan(total);
        }
        Process last = node();
        try {
            assertThat(last.waitFor()).isZero();
        } finally {
            last.destroyForcibly();
        }
        return hash("within" + (kills > 0 ? ", killed" : "") + ": " + total + " entries");
    }

    private long read() {
        return world.db
                .sql("select coalesce(sum(next_offset), 0) from sensing.reader where name = 'alarms'")
                .query(Long.class)
                .single();
    }

    private Process node() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingNode.class.getName(),
                        world.place.url(),
                        world.place.user(),
                        world.place.password())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("node.log").toFile())
                .start();
    }

    private String hash(String what) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> all = world.everything();
        for (String one : all) digest.update((one + "\n").getBytes(UTF_8));
        String hash = HexFormat.of().formatHex(digest.digest());
        note(what + ", " + all.size() + " kept, " + hash);
        return hash;
    }

    private void note(String what) {
        long now = System.nanoTime();
        System.out.printf("two hosts: %s (%.1f s)%n", what, (now - begun) / 1e9);
        begun = now;
    }
}
