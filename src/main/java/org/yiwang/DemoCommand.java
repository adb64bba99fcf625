package org.yiwang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yiwang.casework.StandardCatalogue;
import org.yiwang.demonstration.plan.YearFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the product with the demonstration year, played through the real engine on its first start. */
@Command(name = "demo", description = "Start the product with the demonstration year.", mixinStandardHelpOptions = true)
class DemoCommand implements Callable<Integer> {
    @Mixin
    ServerOptions options = new ServerOptions(Path.of("var", "demo"));

    @Option(
            names = "--year",
            paramLabel = "FILE",
            description = "What happened in the year (default: ${DEFAULT-VALUE}).")
    Path year = Path.of("examples", "year-2021.yaml");

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(year)) {
            System.err.printf("%s cannot be read. Name another file with --year.%n", year);
            return 2;
        }
        try {
            YearFile.read(year, StandardCatalogue.codes());
            long offset = DataClock.begin(options.data, YearFile.opening(year)).toSeconds();
            Map<String, Object> settings = new HashMap<>(UpperBeside.start(options, offset));
            settings.putAll(FleetBeside.start(options, offset));
            settings.put("yiwang.demonstration.year", year.toString());
            settings.put("yiwang.scenario.begin-with", "*");
            settings.put("yiwang.clock.offset-seconds", offset);
            new ServerRun(options).start(settings);
            return 0;
        } catch (YearFile.Faulty e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }
}
