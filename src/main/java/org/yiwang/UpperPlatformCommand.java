package org.yiwang;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.yiwang.upper.UpperServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the municipal platform that tests and the demonstration speak with. */
@Command(
        name = "upper-platform",
        description = "Run a made-up municipal 12345 platform, for trying out the hotline.",
        mixinStandardHelpOptions = true)
class UpperPlatformCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    int port = 8090;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of its journal and tokens (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("var", "upper-platform");

    @Option(
            names = "--clock-offset-seconds",
            paramLabel = "N",
            description = "How far its clock stands from that of the machine (default: ${DEFAULT-VALUE}).")
    long clockOffsetSeconds;

    @Option(names = "--pace-seconds", paramLabel = "N", description = "A new order every N seconds; 0 for none.")
    long paceSeconds;

    @Option(
            names = "--review-seconds",
            paramLabel = "N",
            description = "Grants what is asked for after N seconds; 0 leaves it to whoever plays the platform.")
    long reviewSeconds;

    @Option(names = "--beside", paramLabel = "PID", hidden = true, description = "Ends when this process does.")
    long beside;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(clockOffsetSeconds));
        UpperServer server = UpperServer.start(port, data, clock);
        Companion.endWith(beside);
        server.work(Duration.ofSeconds(paceSeconds), Duration.ofSeconds(reviewSeconds));
        System.out.printf("The upper platform listens on http://localhost:%d%n", server.port());
        Thread.currentThread().join();
        return 0;
    }
}
