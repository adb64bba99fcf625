package org.yiwang.alarms;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.LoggerFactory;

/** Kafka, the job and a worker, each a process of its own from what Maven fetched, on this machine's own address only. Ends them all when closed, and when this program ends. */
final class FlinkProcesses implements AutoCloseable {
    private static final Path HOST = Path.of("flink-host", "target").toAbsolutePath();
    private static final long WAIT_MAX = TimeUnit.MINUTES.toNanos(15);
    private static final List<String> OPENED = Stream.of("util", "lang", "net", "nio", "time")
            .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
            .toList();

    private final Path folder;
    private final boolean isLong;
    private final int kafkaPort = freePort();
    private final int controllerPort = freePort();
    private final int jobPort = freePort();
    private final List<Process> all = new ArrayList<>();
    private final Thread atExit = new Thread(this::endAll);
    private int logs;
    private Process job;
    private Process worker;

    static {
        quiet();
    }

    /** Without a program's settings everything that libraries do is told, for each message. */
    static void quiet() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    FlinkProcesses(Path folder, boolean isLong) throws Exception {
        this.isLong = isLong;
        this.folder = folder.toAbsolutePath();
        empty(this.folder);
        Runtime.getRuntime().addShutdownHook(atExit);
        Path settings = Files.writeString(this.folder.resolve("kafka.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                """.formatted(
                        kafkaPort, controllerPort, this.folder.resolve("kafka")));
        kafka("kafka.tools.StorageTool", "format", "-t", "AAAAAAAAAAAAAAAAAAAAAA", "-c", settings.toString())
                .waitFor();
        Process broker = kafka("kafka.Kafka", settings.toString());
        until("Kafka", () -> {
            if (!broker.isAlive()) throw new IllegalStateException("Kafka ended; " + this.folder + " says why");
            try (Admin admin = admin()) {
                return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                return false;
            }
        });
    }

    KafkaPlace place(String name) {
        return new KafkaPlace("127.0.0.1:" + kafkaPort, name + "-lines", name + "-outputs", Map.of());
    }

    Admin admin() {
        return Admin.create(
                place("any").client(Map.of("request.timeout.ms", "4000", "default.api.timeout.ms", "5000")));
    }

    private Process kafka(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Dlogback.configurationFile=" + HOST.resolve("classes/logback.xml"),
                "-cp",
                Files.readString(HOST.resolve("test-classpath"))));
        command.addAll(List.of(arguments));
        return start("kafka", command);
    }

    void startJob(KafkaPlace place) throws IOException {
        List<String> command = flink("-Xmx384m", "RunJob", place);
        command.addAll(List.of("--port", "" + jobPort, "--rest-port", "0", "--parallelism", "2"));
        command.addAll(List.of("--kafka", place.servers(), "--lines", place.lines(), "--outputs", place.outputs()));
        command.add("-Dexecution.checkpointing.interval=500 ms");
        job = start("job", command);
    }

    void startWorker(KafkaPlace place) throws IOException {
        List<String> command = flink("-Xmx1g", "RunWorker", place);
        command.addAll(List.of("--job", "127.0.0.1:" + jobPort, "--slots", "2", "--name", "one"));
        worker = start("worker", command);
    }

    private List<String> flink(String memory, String program, KafkaPlace place) throws IOException {
        List<String> command = new ArrayList<>(OPENED);
        command.addAll(List.of(
                memory,
                "-cp",
                HOST.resolve("classes") + File.pathSeparator + Files.readString(HOST.resolve("classpath")),
                "org.yiwang.flink." + program,
                "--folder",
                flinkFolder(place).toString()));
        return command;
    }

    private Path flinkFolder(KafkaPlace place) {
        return folder.resolve(place.lines());
    }

    void killJob() throws InterruptedException {
        job.destroyForcibly().waitFor();
    }

    void killWorker() throws InterruptedException {
        worker.destroyForcibly().waitFor();
    }

    /** How many checkpoints were finished since the beginning. */
    int checkpoints(KafkaPlace place) throws IOException {
        Path checkpoints = flinkFolder(place).resolve("checkpoints");
        if (!Files.exists(checkpoints)) return 0;
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(one -> one.endsWith("_metadata"))
                    .mapToInt(one -> Integer.parseInt(
                            one.getParent().getFileName().toString().substring(4)))
                    .max()
                    .orElse(0);
        } catch (java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** How much of the topic is behind the last checkpoint; the last thing in a partition is the end of a transaction, which is nothing to read. */
    boolean isAllRead(KafkaPlace place) throws Exception {
        if (!job.isAlive()) throw new IllegalStateException("the job ended; " + folder + " says why");
        try (Admin admin = admin()) {
            var read = admin.listConsumerGroupOffsets(place.lines())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(admin, place.lines()).entrySet().stream()
                    .allMatch(end -> end.getValue() == 0
                            || (read.get(end.getKey()) != null
                                    && read.get(end.getKey()).offset() >= end.getValue() - 1));
        }
    }

    static Map<TopicPartition, Long> ends(Admin admin, String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new java.util.HashMap<>();
        for (int i = 0; i < org.yiwang.sensing.model.Partitions.COUNT; i++)
            asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
        Map<TopicPartition, Long> ends = new java.util.HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    long said(KafkaPlace place) throws Exception {
        try (Admin admin = admin()) {
            return ends(admin, place.outputs()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    interface Happens {
        boolean yet() throws Exception;
    }

    static void until(String what, Happens happens) throws Exception {
        long end = System.nanoTime() + WAIT_MAX;
        while (!happens.yet()) {
            if (System.nanoTime() > end) throw new IllegalStateException("it takes too long until " + what);
            Thread.sleep(50);
        }
    }

    private Process start(String name, List<String> arguments) throws IOException {
        // Short runs are over before the second compiler has paid for itself.
        List<String> command = new ArrayList<>(
                List.of(Java17.program(), "-XX:TieredStopAtLevel=" + (isLong ? 4 : 1), "-XX:+UseSerialGC"));
        command.addAll(arguments);
        Path log = folder.resolve(name + "-" + ++logs + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        all.add(process);
        return process;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder))
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path one : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
            }
        Files.createDirectories(folder);
    }

    private void endAll() {
        all.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() throws InterruptedException {
        endAll();
        for (Process one : all) one.waitFor();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
