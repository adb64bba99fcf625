package org.yiwang.flink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.util.ParameterTool;

/**
 * The one process that looks after the job: it hands the work to the workers and says when a checkpoint is taken. Started again, it goes on from the last checkpoint.
 *
 * <p>{@code --folder DIR} for its settings; {@code --checkpoints URI} where checkpoints lie, which all machines must see, {@code DIR/checkpoints} if left out;
 * {@code --address}, {@code --port} by which workers reach it; {@code --parallelism}; and what {@link AlarmJob} wants.
 */
public final class RunJob {
    /** Always the same, so that what was checkpointed before is found. */
    private static final String JOB = "00000000000000000000000079770001";

    private RunJob() {}

    public static void main(String[] args) throws Exception {
        ParameterTool given = Settings.named(args);
        Path folder = Path.of(given.getRequired("folder")).toAbsolutePath();
        String checkpoints =
                given.get("checkpoints", folder.resolve("checkpoints").toUri().toString());
        List<String> call =
                new ArrayList<>(settings(given, checkpoints).write(folder.resolve("job"), Settings.dynamic(args)));
        call.addAll(List.of("--job-classname", AlarmJob.class.getName(), "--job-id", JOB));
        FileSystem.initialize(new Configuration(), null);
        last(checkpoints + "/" + JOB)
                .ifPresent(last -> call.addAll(List.of("--fromSavepoint", last, "--claimMode", "CLAIM")));
        for (String name : List.of("kafka", "lines", "outputs", "kafka-properties"))
            if (given.has(name)) call.addAll(List.of("--" + name, given.get(name)));
        StandaloneApplicationClusterEntryPoint.main(call.toArray(String[]::new));
    }

    private static Settings settings(ParameterTool given, String checkpoints) {
        String address = given.get("address", "127.0.0.1");
        return new Settings()
                .set("jobmanager.rpc.address", address)
                .set("jobmanager.rpc.port", given.get("port", "6123"))
                .set("jobmanager.bind-host", address)
                .set("rest.address", address)
                .set("rest.bind-address", address)
                .set("rest.port", given.get("rest-port", "8081"))
                .set("parallelism.default", given.get("parallelism", "1"))
                .set("pipeline.max-parallelism", 128)
                .set("pipeline.object-reuse", true)
                .set("execution.checkpointing.interval", "10 s")
                .set("execution.checkpointing.dir", checkpoints)
                .set("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION")
                .set("restart-strategy.type", "fixed-delay")
                .set("restart-strategy.fixed-delay.attempts", Integer.MAX_VALUE)
                .set("restart-strategy.fixed-delay.delay", "1 s")
                .set("heartbeat.interval", "2 s")
                .set("heartbeat.timeout", "10 s");
    }

    /** The last checkpoint that was finished, if there is one. */
    static Optional<String> last(String folder) throws IOException {
        var path = new org.apache.flink.core.fs.Path(folder);
        FileSystem files = path.getFileSystem();
        if (!files.exists(path)) return Optional.empty();
        long last = -1;
        for (var one : files.listStatus(path)) {
            String name = one.getPath().getName();
            if (!name.startsWith("chk-")) continue;
            long number = Long.parseLong(name.substring(4));
            if (number > last && files.exists(new org.apache.flink.core.fs.Path(one.getPath(), "_metadata")))
                last = number;
        }
        return last < 0 ? Optional.empty() : Optional.of(folder + "/chk-" + last);
    }
}
