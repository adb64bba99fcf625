package org.yiwang.bench;

import java.nio.file.Path;
import java.util.List;
import org.yiwang.insight.InsightBench;
import org.yiwang.territory.TerritoryBench;
import org.yiwang.worktime.WorktimeBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench}: what is measured, one command each. */
@Command(
        name = "bench",
        description = "Measure the product against the limits of this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Bench implements Runnable {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
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
                            defaultValue = "25",
                            description = "Seconds to warm each contender up (default: ${DEFAULT-VALUE}).")
                    double warmUp,
            @Option(
                            names = "--only",
                            split = ",",
                            description = "Of: same rows, engine, bare http, http, flowable (default: all).")
                    List<String> only)
            throws Exception {
        new StepsBench(new Options(clients, rounds, seconds, warmUp, only == null ? List.of() : only)).run();
        return 0;
    }

    @Command(name = "worktime", description = "Deadlines per second on one core.", mixinStandardHelpOptions = true)
    int worktime() {
        WorktimeBench.main(new String[0]);
        return 0;
    }

    @Command(
            name = "insight",
            description = "Planted clusters found and false alarms a night.",
            mixinStandardHelpOptions = true)
    int insight(
            @Option(
                            names = "--nights",
                            defaultValue = "200",
                            description = "Nights played for each line (default: ${DEFAULT-VALUE}).")
                    String nights) {
        InsightBench.main(new String[] {nights});
        return 0;
    }

    @Command(
            name = "territory",
            description = "Points per second to their cell, against JTS.",
            mixinStandardHelpOptions = true)
    int territory() {
        TerritoryBench.main(new String[0]);
        return 0;
    }

    @Command(
            name = "import",
            description = "Rows of a sheet per second, previewed and applied, and the memory that takes.",
            mixinStandardHelpOptions = true)
    int imports(
            @Option(
                            names = "--rows",
                            split = ",",
                            defaultValue = "1000,50000,500000",
                            description = "Rows of a sheet (default: ${DEFAULT-VALUE}).")
                    List<Integer> rows,
            @Option(names = "--rounds", defaultValue = "3", description = "How often (default: ${DEFAULT-VALUE}).")
                    int rounds)
            throws Exception {
        new ImportBench(rows, rounds).run();
        return 0;
    }

    @Command(
            name = "search",
            description = "A page of the search by words, among many cases, against a look at every row.",
            mixinStandardHelpOptions = true)
    int search(
            @Option(
                            names = "--cases",
                            split = ",",
                            defaultValue = "10000,100000,1000000",
                            description = "How many cases there are (default: ${DEFAULT-VALUE}).")
                    List<Integer> cases,
            @Option(
                            names = "--rounds",
                            defaultValue = "40",
                            description = "How often each is looked for (default: ${DEFAULT-VALUE}).")
                    int rounds)
            throws Exception {
        new SearchBench(cases, rounds).run();
        return 0;
    }

    @Command(
            name = "screens",
            description = "What each screen loads, and the time until it can be used.",
            mixinStandardHelpOptions = true)
    int screens(
            @Option(
                            names = "--data",
                            defaultValue = Demonstration.FOLDER,
                            description =
                                    "A demonstration; played first where there is none (default: ${DEFAULT-VALUE}).")
                    Path data,
            @Option(
                            names = "--rounds",
                            defaultValue = "7",
                            description = "How often each is opened (default: ${DEFAULT-VALUE}).")
                    int rounds)
            throws Exception {
        return new ScreensBench(data, rounds).run() ? 0 : 1;
    }

    @Command(
            name = "live",
            description = "From a step on a case until every open screen knows of it.",
            mixinStandardHelpOptions = true)
    int live(
            @Option(
                            names = "--data",
                            defaultValue = Demonstration.FOLDER,
                            description =
                                    "A demonstration; played first where there is none. Cases and accounts named screen-… are added to it (default: ${DEFAULT-VALUE}).")
                    Path data,
            @Option(names = "--empty", description = "Without the year: quick, to try whether this still runs.")
                    boolean empty,
            @Option(
                            names = "--streams",
                            split = ",",
                            defaultValue = "1,100,1000",
                            description = "How many screens are open (default: ${DEFAULT-VALUE}).")
                    List<Integer> streams,
            @Option(
                            names = "--seconds",
                            defaultValue = "60",
                            description = "How long steps are done (default: ${DEFAULT-VALUE}).")
                    double seconds,
            @Option(names = "--steps", defaultValue = "20", description = "Steps a second (default: ${DEFAULT-VALUE}).")
                    double steps,
            @Option(
                            names = "--limit",
                            defaultValue = "300",
                            description = "Milliseconds at p99 (default: ${DEFAULT-VALUE}).")
                    double limit)
            throws Exception {
        return new LiveBench(new LiveBench.Wish(data, empty, streams, seconds, steps, limit)).run() ? 0 : 1;
    }

    @Command(
            name = "devices",
            description = "Messages of devices per second until durable, the engine of alarms alone, and from a message to the screen.",
            mixinStandardHelpOptions = true)
    int devices(
            @Option(
                            names = "--only",
                            split = ",",
                            defaultValue = "engine,ingest,silence",
                            description = "Of: engine, ingest, silence after ingest (default: ${DEFAULT-VALUE}).")
                    List<String> only,
            @Option(
                            names = "--events",
                            defaultValue = "300000",
                            description = "Events that the engine reads, and that are parsed and stored beside it (default: ${DEFAULT-VALUE}).")
                    int events,
            @Option(names = "--rounds", defaultValue = "3", description = "How often (default: ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(
                            names = "--replay",
                            defaultValue = "10000000",
                            description = "Events read twice, for one hash; 0 leaves it out (default: ${DEFAULT-VALUE}).")
                    long replay,
            @Option(
                            names = "--state",
                            defaultValue = "1000000",
                            description = "Devices whose state is weighed; 0 leaves it out (default: ${DEFAULT-VALUE}).")
                    int state,
            @Option(
                            names = "--rates",
                            split = ",",
                            defaultValue = "1000,3000,10000",
                            description = "Messages a second that are offered (default: ${DEFAULT-VALUE}).")
                    List<Integer> rates,
            @Option(
                            names = "--seconds",
                            defaultValue = "30",
                            description = "How long each is offered (default: ${DEFAULT-VALUE}).")
                    double seconds,
            @Option(
                            names = "--connections",
                            defaultValue = "10000",
                            description = "Devices that are connected at once and say little; 0 leaves it out (default: ${DEFAULT-VALUE}).")
                    int connections)
            throws Exception {
        boolean well = !only.contains("engine") || new EngineBench(events, rounds, replay, state).run();
        if (only.contains("ingest")) new IngestBench(rates, seconds, connections, only.contains("silence")).run();
        return well ? 0 : 1;
    }

    @Command(
            name = "start",
            description = "From the start of the program to its first page, and the memory it takes.",
            mixinStandardHelpOptions = true)
    int start(
            @Option(
                            names = "--data",
                            defaultValue = Demonstration.FOLDER,
                            description = "A demonstration that was started before (default: ${DEFAULT-VALUE}).")
                    Path data,
            @Option(names = "--rounds", defaultValue = "3", description = "How often (default: ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(
                            names = "--settle",
                            defaultValue = "60",
                            description = "Seconds until the memory is read (default: ${DEFAULT-VALUE}).")
                    int settle)
            throws Exception {
        return new StartBench(data, rounds, settle).run() ? 0 : 1;
    }
}
