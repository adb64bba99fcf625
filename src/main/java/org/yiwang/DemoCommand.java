package org.yiwang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
            long offset = clockOffset().toSeconds();
            Map<String, Object> settings = new HashMap<>(UpperBeside.start(options, offset));
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

    /** The demonstration's clock stands where the year's file says at the first start, and runs on from there. */
    private Duration clockOffset() throws IOException {
        Path kept = Files.createDirectories(options.data).resolve("clock.offset");
        if (!Files.exists(kept)) {
            Instant opening = YearFile.opening(year);
            Files.writeString(
                    kept, Duration.between(Clock.systemUTC().instant(), opening).toString());
        }
        return Duration.parse(Files.readString(kept).strip());
    }
}
