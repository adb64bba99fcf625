package org.yiwang.sensing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./yiwang simulate} as a process of its own. */
public final class FleetProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private FleetProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Ends with the tests at the latest.
     *
     * @param now by the clock of the product that hears them
     */
    public static FleetProcess start(Path output, Instant now, Object... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yiwang.Yiwang",
                "simulate",
                "--clock-offset-seconds",
                String.valueOf(
                        Duration.between(Clock.systemUTC().instant(), now).toSeconds())));
        for (Object one : arguments) line.add(one.toString());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        FleetProcess fleet = new FleetProcess(process, output);
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
        return fleet;
    }

    /** Waits until it ends by itself; answers what it printed. */
    List<String> ended() throws IOException, InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) throw new IllegalStateException("It does not end");
        List<String> printed = Files.readAllLines(output);
        if (process.exitValue() != 0) throw new IllegalStateException(String.join("\n", printed));
        return printed;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
