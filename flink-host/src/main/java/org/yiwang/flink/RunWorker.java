package org.yiwang.flink;

import java.nio.file.Path;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.util.ParameterTool;

/**
 * A process that works: it may be started on any machine, and as many of them as one likes.
 *
 * <p>{@code --folder DIR} for its settings and passing files; {@code --job HOST:PORT} where {@link RunJob} is reached; {@code --address} by which others reach this one;
 * {@code --slots} how much of the parallelism it takes; {@code --name} by which it is known again when it was started again.
 */
public final class RunWorker {
    private RunWorker() {}

    public static void main(String[] args) throws Exception {
        ParameterTool given = Settings.named(args);
        Path folder = Path.of(given.getRequired("folder")).toAbsolutePath();
        String[] job = given.get("job", "127.0.0.1:6123").split(":", 2);
        String address = given.get("address", "127.0.0.1");
        Settings settings = new Settings()
                .set("jobmanager.rpc.address", job[0])
                .set("jobmanager.rpc.port", job[1])
                .set("taskmanager.host", address)
                .set("taskmanager.bind-host", address)
                .set("taskmanager.numberOfTaskSlots", given.get("slots", "1"))
                .set("taskmanager.cpu.cores", given.get("slots", "1"))
                .set("taskmanager.memory.task.heap.size", Runtime.getRuntime().maxMemory() + "b")
                .set("taskmanager.memory.task.off-heap.size", "0")
                .set("taskmanager.memory.network.min", "64m")
                .set("taskmanager.memory.network.max", "64m")
                .set("taskmanager.memory.managed.size", "0")
                // Only told, not taken: the size of this process is what Java was started with.
                .set("taskmanager.memory.framework.heap.size", "128m")
                .set("taskmanager.memory.framework.off-heap.size", "128m")
                .set("taskmanager.memory.jvm-metaspace.size", "256m")
                .set("taskmanager.memory.jvm-overhead.min", "192m")
                .set("taskmanager.memory.jvm-overhead.max", "192m")
                .set("heartbeat.interval", "2 s")
                .set("heartbeat.timeout", "10 s")
                .set("io.tmp.dirs", folder.resolve("tmp"));
        if (given.has("name")) settings.set("taskmanager.resource-id", given.get("name"));
        TaskManagerRunner.main(
                settings.write(folder.resolve("worker"), Settings.dynamic(args)).toArray(String[]::new));
    }
}
