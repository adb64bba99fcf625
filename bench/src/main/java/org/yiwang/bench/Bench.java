package org.yiwang.bench;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench}: what is measured, one command each. */
@Command(
        name = "bench",
        description = "Measure the product against the limits of this machine.",
        mixinStandardHelpOptions = true)
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Command(
            name = "steps",
            description = "Steps of cases per second against raw SQL and Flowable.",
            mixinStandardHelpOptions = true)
    int steps(
            @Option(
                            names = "--clients",
                            split = ",",
                            defaultValue = "1,8,32",
                            description = "How many work at once (default: ${DEFAULT-VALUE}).")
                    List<Integer> clients,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            description = "Turns that each contender gets (default: ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(
                            names = "--seconds",
                            defaultValue = "8",
                            description = "Length of a turn (default: ${DEFAULT-VALUE}).")
                    double seconds,
            @Option(
                            names = "--warm-up",
                            defaultValue = "10",
                            description = "Seconds to warm each contender up (default: ${DEFAULT-VALUE}).")
                    double warmUp,
            @Option(
                            names = "--only",
                            split = ",",
                            description = "Contenders: raw, same rows, engine, flowable, http, bare http.")
                    List<String> only)
            throws Exception {
        new StepsBench(new Options(clients, rounds, seconds, warmUp, only == null ? List.of() : only)).run();
        return 0;
    }
}
