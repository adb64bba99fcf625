package org.yiwang.flink;

import java.util.Arrays;

/** The two programs of the host under one name: {@code job} looks after the work ({@link RunJob}), {@code worker} does it ({@link RunWorker}). */
public final class Host {
    private Host() {}

    public static void main(String[] args) throws Exception {
        String program = args.length == 0 ? "" : args[0];
        String[] more = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (program) {
            case "job" -> RunJob.main(more);
            case "worker" -> RunWorker.main(more);
            default -> {
                System.err.println("""
                        The rules of devices on many machines (docs/flink.md):
                          job    --folder DIR --kafka HOST:PORT,… --lines TOPIC --outputs TOPIC [--kafka-properties FILE]
                                 [--checkpoints URI] [--address HOST] [--port 6123] [--rest-port 8081] [--parallelism 1]
                          worker --folder DIR --job HOST:PORT [--address HOST] [--slots 1] [--name NAME]
                        and what Flink is told besides: -Dname=value""");
                System.exit(2);
            }
        }
    }
}
